using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Platform.Jobs;

/// <summary>
/// Hangfire executes, our rows are the truth: on SQLite its storage is in memory and nothing is lost at a crash;
/// on PostgreSQL several nodes share the work.
/// </summary>
public static class HangfireSetup
{
    /// <summary>Adds Hangfire with the storage that fits the database.</summary>
    public static IServiceCollection AddTnJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        // Ours, and not those that Hangfire keeps for the whole process: of two hosts in one, the first would run its jobs in the second.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<JobStorage>(_ => database.IsPostgreSql ? OnPostgreSql(database.ConnectionString) : new InMemoryStorage());
        services.AddHangfire((provider, hangfire) => hangfire
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseStorage(provider.GetRequiredService<JobStorage>()));
        SpeakFrench();
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddSingleton<OutboxPump>();
        services.AddHostedService<OutboxWorker>();
        services.AddRecurringWork<OutboxSweep>("outbox", "* * * * *");
        return services;
    }

    private static PostgreSqlStorage OnPostgreSql(string? connection)
    {
        var options = new PostgreSqlStorageOptions { DistributedLockTimeout = TimeSpan.FromMinutes(1), UseSlidingInvisibilityTimeout = true };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options);
    }

    // Hangfire would run a job in the language of the request that enqueued it; what jobs write is French.
    private static void SpeakFrench()
    {
        foreach (var filter in GlobalJobFilters.Filters.Where(filter => filter.Instance is CaptureCultureAttribute).ToList())
        {
            GlobalJobFilters.Filters.Remove(filter.Instance);
        }
    }

    /// <summary>Tells Hangfire of every recurring work; to be called once the host is built.</summary>
    public static void PlanRecurringWork(this IServiceProvider services)
    {
        var manager = services.GetRequiredService<IRecurringJobManager>();
        foreach (var plan in services.GetServices<RecurringJobPlan>())
        {
            plan.Register(manager);
        }
    }
}

/// <summary>Delivers what a crash or a failed try left in the outbox.</summary>
internal sealed class OutboxSweep(OutboxPump pump) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => pump.DrainAsync(cancellationToken);
}
