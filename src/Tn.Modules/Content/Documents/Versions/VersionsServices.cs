using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents.Restore;

namespace Tn.Content.Documents.Versions;

/// <summary>What the pages of versions need.</summary>
internal static class VersionsServices
{
    public static IServiceCollection AddVersions(this IServiceCollection services) => services
        .AddScoped<VersionQueries>()
        .AddScoped<CompareVersions>()
        .AddScoped<RestoreVersion>();
}
