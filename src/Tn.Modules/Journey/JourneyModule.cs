using Microsoft.Extensions.DependencyInjection;

namespace Tn.Journey;

/// <summary>The module's door: the only public type.</summary>
public static class JourneyModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddJourney(this IServiceCollection services) => services;
}
