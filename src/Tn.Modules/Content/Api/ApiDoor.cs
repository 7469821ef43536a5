using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tn.Content.Api.Tokens;
using Tn.Platform.Web;

namespace Tn.Content.Api;

/// <summary>
/// Opens what is not public, for a token with the scope or, to read only, for a session: a session carries no form token here, so it never writes.
/// A token is looked at here and nowhere else: it cannot open a page.
/// </summary>
/// <param name="scope">What the token must carry.</param>
/// <param name="writes">True where only a token opens.</param>
internal sealed class ApiDoor(string scope, bool writes = false) : IEndpointFilter
{
    private const string Bearer = "Bearer ";
    private static readonly object Key = new();

    /// <summary>Whose request this is, behind the door.</summary>
    public static ActContext ActOf(HttpContext http) => (ActContext)http.Items[Key]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "private, no-store";
        var authorization = http.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var session = http.RequestServices.GetService(typeof(IActProvider)) is IActProvider acts ? acts.Current : throw new InvalidOperationException("No act provider.");
            if (session.Actor is null || writes)
            {
                return Refused(http, "Il faut un jeton", "Envoyez l’en-tête « Authorization: Bearer » avec un jeton créé à /mon-espace/jetons.");
            }

            http.Items[Key] = session;
            return await next(context);
        }

        var reader = (TokenReader)http.RequestServices.GetService(typeof(TokenReader))!;
        if (await reader.ReadAsync(authorization[Bearer.Length..].Trim(), http.RequestAborted) is not { } known)
        {
            return Refused(http, "Le jeton n’est pas valable", "Il est inconnu, expiré ou révoqué, ou le compte est fermé. Créez-en un à /mon-espace/jetons.");
        }

        if (!known.Scopes.Contains(scope))
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "Le jeton n’ouvre pas cela", $"Il lui manque la portée « {scope} ».");
        }

        http.Items[Key] = known.Act;
        return await next(context);
    }

    // RFC 6750, section 3.
    private static IResult Refused(HttpContext http, string title, string detail)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, title, detail);
    }
}

/// <summary>Problems as RFC 9457 has them, with sentences in French.</summary>
internal static class ApiProblem
{
    public static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "Introuvable", what);

    public static IResult Denied() => Of(StatusCodes.Status403Forbidden, "Accès refusé", "Votre compte n’a pas ce droit.");
}
