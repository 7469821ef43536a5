using Microsoft.Extensions.DependencyInjection;

namespace Tn.Reminders;

/// <summary>The module's door: the only public type.</summary>
public static class RemindersModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services) => services;
}
