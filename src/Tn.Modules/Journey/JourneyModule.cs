using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Reopen;
using Tn.Journey.Census.Save;
using Tn.Journey.Census.Submit;
using Tn.Journey.Charter;
using Tn.Journey.Charter.Evidence;
using Tn.Journey.Demonstration;
using Tn.Journey.Path;
using Tn.Journey.Path.Deadlines;
using Tn.Journey.Path.Verify;
using Tn.Journey.Training;
using Tn.Platform;
using Tn.Platform.CommandLine;
using Tn.Platform.Demonstration;
using Tn.Platform.Events;
using Tn.Platform.Files;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Journey;

/// <summary>The module's door: the only public type.</summary>
public static class JourneyModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddJourney(this IServiceCollection services)
    {
        services.AddModelPart<JourneyTables>();
        services.AddSentences(typeof(JourneyModule).Assembly);

        services.AddScoped<IConsultantPath, ConsultantPath>();
        services.AddLifeCycle(() => PathMachine.LifeCycle);
        services.AddScoped<ISandboxWitness, PathWitness>();
        services.AddScoped<PathSentence>();
        services.AddScoped<IPersonalSpaceBlock, PathBlock>();
        services.AddRecurringWork<PathDeadlines>("path-deadlines", "7 * * * *");
        services.AddScoped<VerifyChain>();
        services.AddSingleton<IVerb, VerifyChainVerb>();

        services.AddScoped<CensusReader>();
        services.AddScoped<SaveCensusStep>();
        services.AddScoped<SubmitCensus>();
        services.AddScoped<ReopenCensus>();
        services.AddCensus();

        services.AddScoped<DossierDesk>();
        services.AddScoped<InstructDossier>();
        services.AddScoped<SupplyPieces>();

        services.AddScoped<SignCharter>();
        services.AddScoped<RequireResignatures>();
        services.AddScoped<CompleteEvidence>();
        services.AddScoped<EvidenceReader>();
        services.AddSingleton<CharterSheet>();
        services.AddSingleton<EvidenceBundle>();
        services.AddEventHandler<CharterSigned, WhenCharterSigned>();
        services.AddRecurringWork<EvidenceSweep>("charter-evidence", "*/5 * * * *");
        services.AddScoped<IPreparation, EvidencePreparation>();
        services.AddScoped<IFileReferences, EvidenceFiles>();
        services.AddEventHandler<ContentPublished, WhenCharterPublished>();
        services.AddEventHandler<PathMoved, WhenBackInForce>();

        services.AddScoped<CheckTraining>();
        services.AddEventHandler<CourseCompleted, WhenCourseCompleted>();

        services.AddScoped<IDemonstration, JourneyDemonstration>();
        services.AddScoped<IReminderKind, CensusUnfinished>();
        services.AddScoped<IReminderKind, PiecesReminder>();
        services.AddScoped<IReminderKind, ResignatureReminder>();
        return services;
    }
}
