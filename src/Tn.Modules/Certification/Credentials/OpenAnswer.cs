using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Tn.Certification.Credentials.Signing;

namespace Tn.Certification.Credentials;

/// <summary>Answers made for programs of other sites: wallets and verifiers read them from a browser too.</summary>
internal static class OpenAnswer
{
    public const string Json = "application/json";
    public const string LinkedData = "application/vc";
    public const string TokenType = "application/vc+jwt";

    /// <summary>Lets any site read this answer.</summary>
    public static void OpenToAll(this HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    /// <summary>A published document, kept by readers for some minutes.</summary>
    public static ContentResult Published(this HttpResponse response, JsonObject document, string type = Json)
    {
        response.OpenToAll();
        response.Headers.CacheControl = "public, max-age=300";
        return new ContentResult { Content = document.ToJsonString(Token.Json), ContentType = type };
    }

    /// <summary>The first of the offered types that the request accepts, best first as the client weighs them; the first offered when it accepts anything.</summary>
    public static string? Preferred(this HttpRequest request, params IReadOnlyList<string> offered)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return offered[0];
        }

        return accepted.OrderByDescending(range => range.Quality ?? 1).ThenByDescending(range => range.MatchesAllTypes ? 0 : 1)
            .Select(range => offered.FirstOrDefault(type => MediaTypeHeaderValue.Parse(type).IsSubsetOf(range)))
            .FirstOrDefault(type => type is not null);
    }
}
