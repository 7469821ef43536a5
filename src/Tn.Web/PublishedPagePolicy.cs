using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Tn.Platform.Web;

namespace Tn.Web;

/// <summary>
/// Keeps public pages of published content for strangers, so that a thousand readers cost one rendering.
/// Whoever has a session, or a confirmation to be shown, is always served afresh.
/// Used as <c>[OutputCache(PolicyName = "Published")]</c>; forgotten by the tag <c>content</c> when content is published or archived.
/// </summary>
internal sealed class PublishedPagePolicy(IOptions<CookieTempDataProviderOptions> confirmation) : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Name = "Published";

    /// <summary>The session's cookie.</summary>
    public const string SessionCookie = "tn-session";

    private const string Tag = "content";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // What public pages read from their address. Anything else cannot multiply the cached pages.
    private static readonly StringValues Query = new(["axe", "public", "niveau", "duree", "theme", "type", "departement", "tri", "q", "p"]);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var isShared = IsShared(context.HttpContext.Request);
        context.EnableOutputCaching = isShared;
        context.AllowCacheLookup = isShared;
        context.AllowCacheStorage = isShared;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.CacheVaryByRules.QueryKeys = Query;
        context.CacheVaryByRules.VaryByValues["language"] = Languages.Current;
        context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(context.HttpContext.Request);
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    // Three at most, whatever browsers write in the header.
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.Ordinal))
        {
            return "br";
        }

        return accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "plain";
    }

    private bool IsShared(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        foreach (var (name, _) in request.Cookies)
        {
            // Big cookies come in numbered pieces: tn-sessionC1, tn-sessionC2.
            if (name.StartsWith(SessionCookie, StringComparison.Ordinal) || name.StartsWith(confirmation.Value.Cookie.Name!, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
