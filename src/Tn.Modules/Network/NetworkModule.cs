using Microsoft.Extensions.DependencyInjection;

namespace Tn.Network;

/// <summary>The module's door: the only public type.</summary>
public static class NetworkModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services;
}
