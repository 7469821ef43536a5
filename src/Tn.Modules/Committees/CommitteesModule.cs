using Microsoft.Extensions.DependencyInjection;

namespace Tn.Committees;

/// <summary>The module's door: the only public type.</summary>
public static class CommitteesModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCommittees(this IServiceCollection services) => services;
}
