using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tn.Testing;

/// <summary>The database file itself, read and prepared behind the program's back: what is on the disk is what counts after a kill.</summary>
public sealed class DataFile(string folder)
{
    // As long as the longest claim of the outbox, of reminders and of mails.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>The first column of every row, as text.</summary>
    public async Task<List<string>> ReadAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = await OpenAsync(SqliteOpenMode.ReadOnly);
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync())
        {
            found.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return found;
    }

    /// <summary>The only value of the only row.</summary>
    public async Task<long> CountAsync(string sql, params (string Name, object Value)[] values) =>
        long.Parse((await ReadAsync(sql, values)).Single(), CultureInfo.InvariantCulture);

    /// <summary>Waits until the program has handled every event and sent every mail.</summary>
    public async Task WaitUntilAllHasLeftAsync()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await CountAsync("SELECT (SELECT count(*) FROM platform_mails WHERE SentAt IS NULL) + (SELECT count(*) FROM platform_outbox WHERE HandledAt IS NULL)") > 0)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Writes while the program is down.</summary>
    public async Task WriteAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = await OpenAsync(SqliteOpenMode.ReadWrite);
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Lets two minutes pass for whatever the killed program had claimed: its claims run out, and the next start takes everything up again.
    /// That is when something already sent would be sent twice.
    /// </summary>
    public Task LetClaimsRunOutAsync() => WriteAsync(
        """
        UPDATE platform_outbox SET NotBefore = NotBefore - $claim WHERE HandledAt IS NULL AND NotBefore <= $until;
        UPDATE platform_mails SET NotBefore = NotBefore - $claim WHERE SentAt IS NULL AND NotBefore <= $until;
        UPDATE reminders_due SET NotBefore = NotBefore - $claim WHERE State = 'Planned' AND NotBefore <= $until;
        """,
        ("$claim", Claim.Ticks),
        ("$until", (DateTimeOffset.UtcNow + Claim).UtcTicks));

    private async Task<SqliteConnection> OpenAsync(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "tn.db"), Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
