using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Jobs;
using Tn.Platform.Web;
using Tn.Reminders.Due;
using Tn.Reminders.Notices;

namespace Tn.Reminders;

/// <summary>The module's door: the only public type.</summary>
public static class RemindersModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddModelPart<RemindersTables>();
        services.AddSentences(typeof(RemindersModule).Assembly);
        services.AddScoped<IReminders, PlanReminders>();
        services.AddScoped<INotifier, TellPeople>();
        services.AddScoped<RetryReminder>();
        services.AddScoped<ReminderQueries>();
        services.AddScoped<MarkNoticesRead>();
        services.AddScoped<NoticeQueries>();
        services.AddScoped<IPersonalSpaceBlock, NoticesBlock>();
        services.AddScoped<ISandboxWitness, RemindersWitness>();
        services.AddScoped<IPersonalData, NoticesData>();
        services.AddRecurringWork<SendDueReminders>("reminders", "* * * * *");
        return services;
    }
}
