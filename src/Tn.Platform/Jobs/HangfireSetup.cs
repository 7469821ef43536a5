using Hangfire;
using Hangfire.PostgreSql;
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
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (database.IsPostgreSql)
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(database.ConnectionString),
                    new PostgreSqlStorageOptions { DistributedLockTimeout = TimeSpan.FromMinutes(1), UseSlidingInvisibilityTimeout = true });
            }
            else
            {
                hangfire.UseInMemoryStorage();
            }
        });
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
