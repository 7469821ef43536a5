using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tn.Platform.Data;
using Tn.Web;

namespace Tn.Testing;

/// <summary>Which database a site under test stands on.</summary>
public enum TestDatabase
{
    Sqlite,
    PostgreSql,
}

/// <summary>
/// The real site on a real port and a real database in a folder of its own, with the demonstration played.
/// What differs from production is the clock a test may hand in.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private readonly string? database;
    private readonly Complaints complaints;

    private TestSite(WebApplication app, string folder, string? database, Complaints complaints)
    {
        this.app = app;
        this.folder = folder;
        this.database = database;
        this.complaints = complaints;
    }

    /// <summary>Absolute address, with its last slash.</summary>
    public Uri Address => new(app.Urls.First() + "/");

    /// <summary>The site's own services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The data folder: database, mails, index.</summary>
    public string Folder => folder;

    /// <summary>The errors that the site logged so far, for the message of a test that fails.</summary>
    public string LastErrors => string.Join(Environment.NewLine, complaints.Kept.TakeLast(3));

    /// <summary>Starts a site.</summary>
    /// <param name="kind">PostgreSQL needs <c>TN_TEST_POSTGRESQL</c>, which <c>test.sh</c> sets.</param>
    /// <param name="environment"><c>Development</c> plays the demonstration.</param>
    /// <param name="adjust">A test's own services, for example a clock.</param>
    /// <param name="played">True to begin with the demonstration already played although services are adjusted, when it does not depend on them.</param>
    /// <param name="landed">True to begin with the database that the last landed version left, instead of an empty one.</param>
    public static async Task<TestSite> StartAsync(TestDatabase kind = TestDatabase.Sqlite, string environment = "Development", Action<WebApplicationBuilder>? adjust = null, bool played = false, bool landed = false)
    {
        var root = Directory.CreateTempSubdirectory("tn-site-").FullName;
        var arguments = new List<string>
        {
            "--urls", "http://127.0.0.1:0", "--data", root, "--environment", environment,
            "--applicationName", "Tn.Web", "--contentRoot", AppContext.BaseDirectory,
            // Tests sign in more often than people: the limits have tests of their own, in the module.
            "--Account:PerAddress", "100000", "--Account:PerAccount", "100000", "--Api:PerMinute", "100000",
            // As published: packed, and kept by browsers. Development has every page ask for each of its files again.
            "--EnableStaticAssetsDevelopmentCaching", "true", "--ReloadStaticAssetsAtRuntime", "false",
        };
        if (kind == TestDatabase.Sqlite && environment == "Development" && (adjust is null || played) && !landed)
        {
            await Demonstration.CopyToAsync(root);
        }

        string? name = null;
        if (landed && kind == TestDatabase.Sqlite)
        {
            await File.WriteAllBytesAsync(Path.Combine(root, "tn.db"), await LandedDatabase.ReadAsync("tn.db"));
        }

        if (kind == TestDatabase.PostgreSql)
        {
            name = $"tn_{Guid.NewGuid():N}";
            arguments.AddRange(["--Database:Provider", "postgresql", "--Database:ConnectionString", await CreateDatabaseAsync(name)]);
            if (landed)
            {
                await ExecuteAsync(Encoding.UTF8.GetString(await LandedDatabase.ReadAsync("tn.sql")), name);
            }
        }

        var errors = new Complaints();
        var host = TnHost.Build([.. arguments], builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error).AddProvider(errors);
            adjust?.Invoke(builder);
        });
        var before = landed ? await CountRowsAsync(host) : null;
        await TnHost.PrepareAsync(host.Services, CancellationToken.None);
        await host.StartAsync();
        return new TestSite(host, root, name, errors) { LandedRows = before ?? new Dictionary<string, long>() };
    }

    /// <summary>Rows of each table before the upgrade; empty for a site that began empty.</summary>
    public IReadOnlyDictionary<string, long> LandedRows { get; private init; } = new Dictionary<string, long>();

    /// <summary>Rows of each table now.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountRowsAsync() => CountRowsAsync(app);

    private static async Task<IReadOnlyDictionary<string, long>> CountRowsAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await LandedDatabase.CountRowsAsync(scope.ServiceProvider.GetRequiredService<TnDbContext>());
    }

    /// <summary>A visitor with cookies of her own.</summary>
    public Visitor Visit() => new(Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        // Hangfire keeps one logger for the whole process: the last site's, which a site still running could not use once this one is gone.
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (database is not null)
        {
            await DropDatabaseAsync(database);
        }
    }

    private static string ServerConnection => Environment.GetEnvironmentVariable("TN_TEST_POSTGRESQL")
        ?? throw new InvalidOperationException("TN_TEST_POSTGRESQL is not set; run ./test.sh, which starts PostgreSQL.");

    private static async Task<string> CreateDatabaseAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ServerConnection) { Database = name }.ConnectionString;
    }

    private static async Task DropDatabaseAsync(string name)
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ServerConnection) { Database = database ?? "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // A text of our own making, never a visitor's.
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
