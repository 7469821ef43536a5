using Microsoft.AspNetCore.StaticAssets;

namespace Tn.Web;

/// <summary>Fonts are fetched once.</summary>
internal static class LastingFonts
{
    private const string AMonth = "public, max-age=2592000";

    /// <summary>
    /// A style sheet names its fonts without a fingerprint, and such assets are asked for again at every page.
    /// A font of a given name does not change: browsers may keep it for a month.
    /// </summary>
    public static StaticAssetsEndpointConventionBuilder KeepFonts(this StaticAssetsEndpointConventionBuilder assets)
    {
        assets.Add(endpoint =>
        {
            var serve = endpoint.RequestDelegate;
            if (serve is null || endpoint.DisplayName?.Contains(".woff2", StringComparison.Ordinal) != true)
            {
                return;
            }

            endpoint.RequestDelegate = context =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = AMonth;
                    return Task.CompletedTask;
                });
                return serve(context);
            };
        });
        return assets;
    }
}
