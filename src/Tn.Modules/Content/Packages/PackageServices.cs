using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Export;
using Tn.Content.Packages.Install;
using Tn.Content.Packages.Medias;
using Tn.Content.Packages.Runs;
using Tn.Content.Packages.Uninstall;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Packages.Uploads;
using Tn.Content.Packages.Watch;
using Tn.Platform;

namespace Tn.Content.Packages;

/// <summary>The feature's services.</summary>
internal static class PackageServices
{
    /// <summary>Adds packages: read, planned, installed, exported, uninstalled.</summary>
    public static IServiceCollection AddPackages(this IServiceCollection services)
    {
        services.AddModelPart<PackageTables>();
        services.AddInstallationRuns().AddPackageWatch();
        return services
            .AddSingleton<PackageMediaReader>()
            .AddScoped<TakeInMedias>()
            .AddScoped<MediaExport>()
            .AddSingleton<DocumentReader>()
            .AddSingleton<PackageReader>()
            .AddSingleton<PackageUploads>()
            .AddScoped<PackageQueries>()
            .AddScoped<PlanPackage>()
            .AddScoped<InstallPackage>()
            .AddScoped<UninstallPackage>()
            .AddScoped<SettleConflict>()
            .AddScoped<ExportPackage>();
    }
}
