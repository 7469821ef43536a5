using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tn.Platform.Data.Sqlite;

/// <summary>The transaction of a <see cref="LentConnection"/>: EF Core takes none that names another connection than its own.</summary>
internal sealed class LentTransaction(LentConnection connection, SqliteTransaction transaction) : DbTransaction
{
    /// <inheritdoc/>
    public override IsolationLevel IsolationLevel => transaction.IsolationLevel;

    /// <inheritdoc/>
    public override bool SupportsSavepoints => transaction.SupportsSavepoints;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => transaction.Connection is null ? null : connection;

    /// <inheritdoc/>
    public override void Commit() => transaction.Commit();

    /// <inheritdoc/>
    public override void Rollback() => transaction.Rollback();

    /// <inheritdoc/>
    public override void Save(string savepointName) => transaction.Save(savepointName);

    /// <inheritdoc/>
    public override void Rollback(string savepointName) => transaction.Rollback(savepointName);

    /// <inheritdoc/>
    public override void Release(string savepointName) => transaction.Release(savepointName);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            transaction.Dispose();
        }

        base.Dispose(disposing);
    }
}
