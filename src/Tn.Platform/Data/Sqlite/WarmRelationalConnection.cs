using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tn.Platform.Data.Sqlite;

// EF Core offers no public place where connections come from: a version that changes this one does not compile.
#pragma warning disable EF1001

/// <summary>Gives each database context a <see cref="LentConnection"/>.</summary>
internal sealed class WarmRelationalConnection : SqliteRelationalConnection
{
    private readonly IRawSqlCommandBuilder commands;
    private readonly IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger;

    public WarmRelationalConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
        : base(dependencies, commands, logger) =>
        (this.commands, this.logger) = (commands, logger);

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() =>
        new LentConnection(GetValidatedConnectionString(), Dependencies.CurrentContext.Context.GetService<WarmConnections>(), OpenAnother);

    private WarmConnection OpenAnother()
    {
        var connection = new WarmConnection(GetValidatedConnectionString());
        // EF Core gives a connection its functions when it is told to use it; there is no other way that is open to others.
        _ = new SqliteRelationalConnection(Dependencies with { ContextOptions = new DbContextOptionsBuilder().UseSqlite(connection).Options }, commands, logger);
        connection.Open();
        return connection;
    }
}

/// <summary>Chooses <see cref="WarmConnections"/>, of the application's services.</summary>
internal static class WarmConnectionsSetup
{
    public static DbContextOptionsBuilder UseWarmConnections(this DbContextOptionsBuilder builder) =>
        builder.ReplaceService<ISqliteRelationalConnection, WarmRelationalConnection>();
}
