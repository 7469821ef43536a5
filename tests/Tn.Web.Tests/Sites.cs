using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>The site on SQLite, with its demonstration, shared by the tests of a collection.</summary>
public sealed class SqliteSite : SharedSite
{
    public SqliteSite()
        : base(TestDatabase.Sqlite)
    {
    }
}

/// <summary>The same site on PostgreSQL.</summary>
public sealed class PostgreSqlSite : SharedSite
{
    public PostgreSqlSite()
        : base(TestDatabase.PostgreSql)
    {
    }
}

/// <summary>A site that several tests read.</summary>
public abstract class SharedSite(TestDatabase database, bool landed = false) : IAsyncLifetime
{
    private TestSite? site;

    /// <summary>The running site.</summary>
    public TestSite Site => site ?? throw new InvalidOperationException("Not started.");

    /// <inheritdoc/>
    public async Task InitializeAsync() => site = await TestSite.StartAsync(database, landed: landed);

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteSite>
{
    public const string Name = "sqlite";
}

[CollectionDefinition(Name)]
public sealed class OnPostgreSql : ICollectionFixture<PostgreSqlSite>
{
    public const string Name = "postgresql";
}
