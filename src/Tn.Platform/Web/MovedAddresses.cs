using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>Knows where a page went whose address changed. A module that has such pages implements it.</summary>
public interface IMovedAddresses
{
    /// <summary>The site-relative address that took the path's place, or null.</summary>
    Task<string?> FindAsync(string path, CancellationToken cancellationToken);
}

/// <summary>Sends on whoever asks for an address that was.</summary>
public static class MovedAddresses
{
    /// <summary>After a 404 only: an address that is a page is never asked about, and pages pay nothing for it.</summary>
    public static IApplicationBuilder UseMovedAddresses(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted && IsFirstReading(context))
        {
            await LeadOnAsync(context);
        }
    });

    // The page of the error itself is asked for by a second run of the pipeline.
    private static bool IsFirstReading(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static async Task LeadOnAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<IMovedAddresses>() is { } moved
            && await moved.FindAsync(context.Request.Path.Value ?? "/", context.RequestAborted) is { } address)
        {
            // Encoded for the header; kept an hour, so that an address that comes back is not lost to browsers for good.
            context.Response.Headers.CacheControl = "public, max-age=3600";
            context.Response.Redirect(new PathString(address).ToUriComponent() + context.Request.QueryString, permanent: true);
        }
    }
}
