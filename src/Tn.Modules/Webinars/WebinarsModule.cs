using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Demonstration;
using Tn.Platform.Events;
using Tn.Platform.Search;
using Tn.Platform.Web;
using Tn.Webinars.Demonstration;
using Tn.Webinars.Listening;
using Tn.Webinars.Offered;
using Tn.Webinars.Registrations;
using Tn.Webinars.Search;
using Tn.Webinars.Sessions;

namespace Tn.Webinars;

/// <summary>The module's door: the only public type.</summary>
public static class WebinarsModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddWebinars(this IServiceCollection services)
    {
        services.AddModelPart<WebinarsTables>();
        services.AddSentences(typeof(WebinarsModule).Assembly);

        services.AddScoped<SessionCalendar>();
        services.AddScoped<IWebinarCalendar, WebinarCalendar>();
        services.AddScoped<RegisterForWebinar>();
        services.AddScoped<CancelRegistration>();
        services.AddScoped<MovedSession>();
        services.AddScoped<DayBefore>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<DayBefore>());

        services.AddSearchSource<WebinarSource>();
        services.AddEventHandler<ContentPublished, WhenContentChanges>();
        services.AddEventHandler<ContentArchived, WhenContentChanges>();
        services.AddScoped<IDemonstration, WebinarsDemonstration>();
        return services;
    }
}
