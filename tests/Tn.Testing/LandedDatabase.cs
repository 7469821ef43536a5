using System.Data.Common;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;

namespace Tn.Testing;

/// <summary>The demonstration's database as the last landed version left it; <c>Landed/keep.sh</c> keeps it.</summary>
public static class LandedDatabase
{
    /// <summary>The bytes of a kept file: <c>tn.db</c> for SQLite, <c>tn.sql</c> for PostgreSQL.</summary>
    public static async Task<byte[]> ReadAsync(string file)
    {
        await using var packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Landed", file + ".br"));
        await using var open = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>How many rows each of the site's tables holds, by the table's name.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountRowsAsync(TnDbContext db)
    {
        // The context's own connection: opened and closed through it.
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var names = await ReadAsync(connection, db.Database.IsNpgsql()
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            // The database's own name of its own table.
            counts[name] = long.Parse((await ReadAsync(connection, $"SELECT COUNT(*) FROM \"{name}\""))[0]);
        }

        return counts;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }
}
