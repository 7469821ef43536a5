using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tn.Platform.Data.Sqlite;

/// <summary>A command of a <see cref="LentConnection"/>: it gives its parameters to one of the same text that is prepared already.</summary>
internal sealed class WarmCommand : SqliteCommand
{
    private readonly LentConnection connection;
    private WarmConnection? warm;
    private SqliteCommand? prepared;
    private SqliteDataReader? reader;

    public WarmCommand(LentConnection connection)
    {
        this.connection = connection;
        Connection = connection;
        CommandTimeout = connection.DefaultTimeout;
    }

    /// <inheritdoc/>
    /// <remarks>A <see cref="LentTransaction"/>; what executes takes the connection's own.</remarks>
    protected override DbTransaction? DbTransaction { get; set; }

    /// <inheritdoc/>
    /// <remarks>Every other way to execute comes here.</remarks>
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        Leave();
        warm = connection.Borrowed;
        prepared = warm.Take(CommandText);
        foreach (SqliteParameter parameter in Parameters)
        {
            prepared.Parameters.Add(parameter);
        }

        prepared.Transaction = warm.UnderWay;
        prepared.CommandTimeout = CommandTimeout;
        return reader = prepared.ExecuteReader(behavior);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Leave();
        }

        base.Dispose(disposing);
    }

    private void Leave()
    {
        if (prepared is not null && reader is { IsClosed: true })
        {
            warm!.Keep(prepared);
        }
        else if (prepared is not null)
        {
            warm!.Drop(prepared);
        }

        (warm, prepared, reader) = (null, null, null);
    }
}
