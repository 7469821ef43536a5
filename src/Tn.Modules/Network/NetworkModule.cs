using Microsoft.Extensions.DependencyInjection;
using Tn.Network.Centres;
using Tn.Network.Contact;
using Tn.Network.Coverage;
using Tn.Network.Demonstration;
using Tn.Network.Directory;
using Tn.Network.Listening;
using Tn.Network.Profiles;
using Tn.Network.Search;
using Tn.Network.Seeding;
using Tn.Platform;
using Tn.Platform.CommandLine;
using Tn.Platform.Demonstration;
using Tn.Platform.Events;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Network;

/// <summary>The module's door: the only public type.</summary>
public static class NetworkModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddModelPart<NetworkTables>();
        services.AddSentences(typeof(NetworkModule).Assembly);

        services.AddScoped<SaveMyProfile>();
        services.AddScoped<WriteToPerson>();
        services.AddScoped<IPersonalSpaceBlock, ProfileBlock>();
        services.AddScoped<CentreList>();
        services.AddScoped<DirectorySearch>();
        services.AddScoped<CoverageMap>();

        services.AddSearchSource<PersonSource>();
        services.AddSearchSource<CentreSource>();
        services.AddEventHandler<PathMoved, WhenConsultantMoves>();
        services.AddEventHandler<CertificateIssued, WhenConsultantMoves>();
        services.AddEventHandler<CertificateStandingChanged, WhenConsultantMoves>();

        services.AddScoped<IDemonstration, NetworkDemonstration>();
        services.AddSeeder<AdvisorSeeder>("--advisors", "Conseillers d’essai à ajouter.");
        services.AddSeeder<ConsultantSeeder>("--consultants", "Consultants d’essai à ajouter.");
        return services;
    }
}
