using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Jobs;

/// <summary>Work that Hangfire starts again and again: a scan of due rows, so that a missed tick heals at the next. Must be idempotent.</summary>
public interface IRecurringWork
{
    /// <summary>Does what is due now.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>A recurring work and its rhythm.</summary>
/// <param name="WorkOf">The work itself, from a scope: to run it without Hangfire.</param>
public sealed record RecurringJobPlan(string Id, string Cron, Action<IRecurringJobManager> Register, Func<IServiceProvider, IRecurringWork> WorkOf);

/// <summary>Registers recurring work.</summary>
public static class RecurringJobs
{
    /// <summary>Adds work at a rhythm (cron, Europe/Paris).</summary>
    /// <param name="id">As shown on the dashboard.</param>
    public static IServiceCollection AddRecurringWork<TWork>(this IServiceCollection services, string id, string cron)
        where TWork : class, IRecurringWork
    {
        services.AddScoped<TWork>();
        services.AddSingleton(new RecurringJobPlan(id, cron, manager => manager.AddOrUpdate<TWork>(
            id,
            work => work.RunAsync(CancellationToken.None),
            cron,
            new RecurringJobOptions { TimeZone = Kernel.French.Paris }),
            scope => scope.GetRequiredService<TWork>()));
        return services;
    }
}
