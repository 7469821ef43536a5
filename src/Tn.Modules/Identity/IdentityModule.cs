using Microsoft.Extensions.DependencyInjection;

namespace Tn.Identity;

/// <summary>The module's door: the only public type.</summary>
public static class IdentityModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services;
}
