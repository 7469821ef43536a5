using Microsoft.Extensions.DependencyInjection;

namespace Tn.Content;

/// <summary>The module's door: the only public type.</summary>
public static class ContentModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services) => services;
}
