using Microsoft.Extensions.DependencyInjection;

namespace Tn.Webinars;

/// <summary>The module's door: the only public type.</summary>
public static class WebinarsModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddWebinars(this IServiceCollection services) => services;
}
