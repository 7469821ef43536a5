using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Jobs;

namespace Tn.Content.Review.Schedule;

/// <summary>What planned publications need: rows, acts, and the sweep.</summary>
internal static class ScheduleServices
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddModelPart<ScheduleTables>();
        return services
            .AddScoped<ScheduleQueries>()
            .AddScoped<PlanAct>()
            .AddScoped<CancelPlannedAct>()
            .AddScoped<ExecutePlannedAct>()
            .AddRecurringWork<ExecuteDueActs>("content-schedule", "* * * * *");
    }
}
