using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Web;

namespace Tn.Content.Documents.Redirects;

/// <summary>What addresses that moved need.</summary>
internal static class RedirectsServices
{
    public static IServiceCollection AddRedirects(this IServiceCollection services)
    {
        services.AddModelPart<RedirectTables>();
        return services
            .AddScoped<KeepRedirects>()
            .AddScoped<EditRedirects>()
            .AddScoped<RedirectQueries>()
            .AddScoped<IMovedAddresses>(provider => provider.GetRequiredService<RedirectQueries>());
    }
}
