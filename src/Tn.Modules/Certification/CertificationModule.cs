using Microsoft.Extensions.DependencyInjection;

namespace Tn.Certification;

/// <summary>The module's door: the only public type.</summary>
public static class CertificationModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCertification(this IServiceCollection services) => services;
}
