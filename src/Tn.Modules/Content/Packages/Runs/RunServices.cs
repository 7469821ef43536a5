using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Files;
using Tn.Platform.Jobs;

namespace Tn.Content.Packages.Runs;

/// <summary>Installing as a job.</summary>
internal static class RunServices
{
    public static IServiceCollection AddInstallationRuns(this IServiceCollection services)
    {
        services.AddModelPart<RunTables>();
        return services
            .AddScoped<StartInstallation>()
            .AddSingleton<ExecuteInstallation>()
            .AddScoped<IFileReferences, RunFileReferences>()
            .AddRecurringWork<ExecuteDueInstallations>("content-packages", "* * * * *");
    }
}
