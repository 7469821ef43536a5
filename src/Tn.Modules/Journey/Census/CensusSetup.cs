using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Census.Register;
using Tn.Journey.Demonstration;
using Tn.Platform;
using Tn.Platform.Demonstration;
using Tn.Platform.Files;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;

namespace Tn.Journey.Census;

/// <summary>Registers what the census brings besides its steps: papers, references, duplicates, the register.</summary>
internal static class CensusSetup
{
    public static IServiceCollection AddCensus(this IServiceCollection services)
    {
        services.AddModelPart<CensusTables>();
        services.AddLifeCycle(() => CensusMachine.LifeCycle);
        services.AddScoped<InstructionDoor>();
        services.AddScoped<AssignInstructor>();
        services.AddScoped<IPersonalData, CensusData>();

        services.AddScoped<PaperShelf>();
        services.AddScoped<DepositPaper>();
        services.AddScoped<CheckPaper>();
        services.AddScoped<IReminderKind, PaperExpiring>();
        services.AddScoped<IFileReferences, PaperFileReferences>();
        services.AddScoped<IPortraits, Portraits>();

        services.AddScoped<AskReference>();
        services.AddScoped<AnswerReference>();
        services.Configure<RateLimiterOptions>(ReferenceBudget.AddPolicy);

        services.AddOptions<CompanyRegisterOptions>().BindConfiguration("CompanyRegister").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<CompanyRegister>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<CompanyRegisterOptions>>().Value;
            http.BaseAddress = options.IsOn ? new Uri(options.Address!.TrimEnd('/') + '/') : null;
            http.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
            http.MaxResponseContentBufferSize = CompanyRegister.MostBytes;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddScoped<PrefillFromRegister>();

        services.AddScoped<FingerprintKeeper>();
        services.AddRecurringWork<FingerprintSweep>("census-fingerprints", "25 * * * *");
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<MergeDossiers>();
        services.AddScoped<TellApart>();
        services.AddScoped<IDemonstration, CensusDemonstration>();
        return services;
    }
}
