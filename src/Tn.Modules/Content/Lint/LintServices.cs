using Microsoft.Extensions.DependencyInjection;

namespace Tn.Content.Lint;

/// <summary>What automatic checks need.</summary>
internal static class LintServices
{
    public static IServiceCollection AddLint(this IServiceCollection services) => services.AddScoped<LinkBook>().AddScoped<DocumentLint>();
}
