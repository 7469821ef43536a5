using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tn.Platform.Data.Sqlite;

/// <summary>What a database context takes for its connection: to open is to borrow a warm one, to close is to give it back.</summary>
/// <param name="open">Opens another when none is idle.</param>
internal sealed class LentConnection(string connectionString, WarmConnections connections, Func<WarmConnection> open) : SqliteConnection(connectionString)
{
    private WarmConnection? borrowed;

    /// <summary>The connection in use.</summary>
    /// <exception cref="InvalidOperationException">This one is not open.</exception>
    public WarmConnection Borrowed => borrowed ?? throw new InvalidOperationException("The connection is not open.");

    /// <inheritdoc/>
    public override ConnectionState State => borrowed is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <inheritdoc/>
    public override SQLitePCL.sqlite3? Handle => borrowed?.Handle;

    /// <inheritdoc/>
    public override void Open() => borrowed ??= connections.Lend() ?? open();

    /// <inheritdoc/>
    public override void Close()
    {
        if (borrowed is { } connection)
        {
            borrowed = null;
            connections.GiveBack(connection);
        }
    }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() => new WarmCommand(this);

    /// <inheritdoc/>
    public override SqliteTransaction BeginTransaction(IsolationLevel isolationLevel, bool deferred) => Borrowed.BeginTransaction(isolationLevel, deferred);

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new LentTransaction(this, BeginTransaction(isolationLevel));
}
