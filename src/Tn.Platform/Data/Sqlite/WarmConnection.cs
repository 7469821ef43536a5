using Microsoft.Data.Sqlite;

namespace Tn.Platform.Data.Sqlite;

/// <summary>
/// One of SQLite's connections, lent again and again: it stays open, with what it was told and the statements it has prepared.
/// To read and plan a statement takes SQLite several times as long as to run it.
/// </summary>
internal sealed class WarmConnection(string connectionString) : SqliteConnection(connectionString)
{
    // WAL and full sync: an acknowledged write survives a power cut. Then foreign keys, and patience: SQLite defaults to none of these.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY;";

    // What pages and acts ask again and again; a statement takes some ten kilobytes.
    private const int MostKept = 48;

    // Longer ones are batches of many rows, hardly ever the same twice.
    private const int LongestKept = 4_000;

    private readonly Dictionary<string, Kept> kept = [];
    private long uses;
    private int taken;

    private sealed record Kept(SqliteCommand Command, long LastUse);

    /// <summary>True when its last user left nothing open on it: it may be lent to another.</summary>
    public bool IsClean => taken == 0 && Transaction is null;

    /// <summary>The transaction under way, or null.</summary>
    public SqliteTransaction? UnderWay => Transaction;

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        try
        {
            using var command = CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
        catch
        {
            // Nobody has it yet, so nobody would close it.
            Close();
            throw;
        }
    }

    /// <summary>A command for this text, prepared before or new: nobody else has it until it is given to <see cref="Keep"/> or <see cref="Drop"/>.</summary>
    public SqliteCommand Take(string text)
    {
        taken++;
        return kept.Remove(text, out var found) ? found.Command : new SqliteCommand(text, this);
    }

    /// <summary>Takes back a command whose reader is closed.</summary>
    public void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (command.CommandText.Length > LongestKept || kept.ContainsKey(command.CommandText))
        {
            Drop(command);
            return;
        }

        taken--;
        kept.Add(command.CommandText, new Kept(command, ++uses));
        if (kept.Count > MostKept)
        {
            var (text, oldest) = kept.MinBy(pair => pair.Value.LastUse);
            kept.Remove(text);
            oldest.Command.Dispose();
        }
    }

    /// <summary>Ends a command that failed or is still being read.</summary>
    public void Drop(SqliteCommand command)
    {
        taken--;
        command.Dispose();
    }
}
