using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data.Sqlite;
using Tn.Platform.Events;
using Tn.Platform.Mail;

namespace Tn.Platform.Data;

/// <summary>Which database, and where. Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (default) or <c>postgresql</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>PostgreSQL's connection string; on SQLite the file stands in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>True on PostgreSQL.</summary>
    public bool IsPostgreSql => string.Equals(Provider, "postgresql", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Adds the context for the configured database.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers <see cref="TnDbContext"/> for the configured provider.</summary>
    /// <exception cref="InvalidOperationException">The provider's name is unknown, or PostgreSQL has no connection string.</exception>
    public static IServiceCollection AddTnDatabase(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton(options);
        services.AddSingleton(new WriteGate(oneAtATime: !options.IsPostgreSql));
        services.AddSingleton<WarmConnections>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<MailSignal>();

        if (options.IsPostgreSql)
        {
            var connection = options.ConnectionString
                ?? throw new InvalidOperationException("Database:ConnectionString is missing; PostgreSQL needs one.");
            services.AddDbContextPool<PostgreSqlTnDbContext>(builder => builder
                .UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly("Tn.Migrations.PostgreSql"))
                .ReplaceService<IValueConverterSelector, IdConverters>());
            services.AddScoped<TnDbContext>(provider => provider.GetRequiredService<PostgreSqlTnDbContext>());
        }
        else if (string.Equals(options.Provider, "sqlite", StringComparison.OrdinalIgnoreCase))
        {
            services.AddDbContextPool<SqliteTnDbContext>(builder => builder
                .UseSqlite($"Data Source={folder.File("tn.db")};Pooling=False", sqlite => sqlite.MigrationsAssembly("Tn.Migrations.Sqlite"))
                .ReplaceService<IValueConverterSelector, IdConverters>()
                .UseWarmConnections());
            services.AddScoped<TnDbContext>(provider => provider.GetRequiredService<SqliteTnDbContext>());
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider is '{options.Provider}'; it can be 'sqlite' or 'postgresql'.");
        }

        return services;
    }
}
