using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Tn.Content.Api;

/// <summary>How the API answers: pages with links, and 304 to who has it already.</summary>
internal static class ApiAnswer
{
    /// <summary>Lines a page.</summary>
    public const int Size = 50;

    /// <summary>Cuts a list that is already in memory.</summary>
    public static IResult Page<T>(HttpContext http, int? page, IReadOnlyList<T> all, Func<T, string> version) =>
        Page(http, page, [.. all.Skip((Number(page) - 1) * Size).Take(Size)], all.Count, version);

    /// <param name="version">What changes when an item does: the tag is made of these.</param>
    public static IResult Page<T>(HttpContext http, int? page, IReadOnlyList<T> items, int total, Func<T, string> version)
    {
        var number = Number(page);
        if (number > 1 && items.Count == 0)
        {
            return ApiProblem.NotFound($"Cette liste n’a pas de page {number}.");
        }

        http.Response.Headers.Link = string.Join(", ", Links(http.Request, number, total));
        var tag = HashChain.Link(HashChain.Origin, [.. items.Select(version), $"{number}/{total}"]);
        return Tagged(http, tag, new ApiList<T>(items, number, Size, total));
    }

    /// <summary>One thing, not sent again to who has this version.</summary>
    public static IResult Tagged<T>(HttpContext http, string version, T value)
    {
        var tag = new EntityTagHeaderValue($"\"{(version.Length > 32 ? version[..32] : version)}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        if (http.Response.Headers.CacheControl.Count == 0)
        {
            http.Response.Headers.CacheControl = "public, no-cache";
        }

        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(value);
    }

    public static int Number(int? page) => Math.Clamp(page ?? 1, 1, 100_000);

    // RFC 8288: first, prev, next, last.
    private static IEnumerable<string> Links(HttpRequest request, int number, int total)
    {
        var last = Math.Max(1, (total + Size - 1) / Size);
        string Link(int page, string relation)
        {
            var query = QueryString.Create(request.Query.Where(pair => pair.Key != "p").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)).Append(KeyValuePair.Create("p", (string?)page.ToString(CultureInfo.InvariantCulture))));
            return $"<{request.PathBase}{request.Path}{query}>; rel=\"{relation}\"";
        }

        yield return Link(1, "first");
        if (number > 1)
        {
            yield return Link(number - 1, "prev");
        }

        if (number < last)
        {
            yield return Link(number + 1, "next");
        }

        yield return Link(last, "last");
    }
}
