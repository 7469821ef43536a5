using Microsoft.Extensions.DependencyInjection;
using Tn.Committees.Demonstration;
using Tn.Committees.Mandates;
using Tn.Committees.Rules;
using Tn.Platform;
using Tn.Platform.Demonstration;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Committees;

/// <summary>The module's door: the only public type.</summary>
public static class CommitteesModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCommittees(this IServiceCollection services)
    {
        services.AddModelPart<CommitteesTables>();
        services.AddSentences(typeof(CommitteesModule).Assembly);
        services.AddScoped<ICommitteeRoster, CommitteeRoster>();
        services.AddSingleton<ProgrammeRules>();
        services.AddSingleton<IProgrammeRules>(provider => provider.GetRequiredService<ProgrammeRules>());
        services.AddScoped<IPreparation, FoundingRulesPreparation>();
        services.AddScoped<IDemonstration, DemonstrationMandates>();
        return services;
    }
}
