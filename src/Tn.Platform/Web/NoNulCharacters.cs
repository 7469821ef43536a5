using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Tn.Platform.Web;

/// <summary>
/// Leaves NUL characters out of what is sent. Nobody can type one, PostgreSQL cannot store one,
/// and a page should not have to think of it.
/// </summary>
public static class NoNulCharacters
{
    /// <summary>Cleans the query string and the form; an unreadable form is answered 400.</summary>
    public static IApplicationBuilder UseNoNulCharacters(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Query.Any(Holds))
        {
            request.Query = new QueryCollection(Clean(request.Query));
        }

        // The error page repeats the request it explains: a form that was refused once is not read again.
        if (request.HasFormContentType && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            try
            {
                var form = await request.ReadFormAsync(context.RequestAborted);
                if (form.Any(Holds))
                {
                    request.Form = new FormCollection(Clean(form), form.Files);
                }
            }
            catch (BadHttpRequestException refused)
            {
                context.Response.StatusCode = refused.StatusCode;
                return;
            }
            catch (InvalidDataException)
            {
                // Too many fields, or one too long.
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    });

    private static bool Holds(KeyValuePair<string, StringValues> field) =>
        field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') == true);

    private static Dictionary<string, StringValues> Clean(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields
        .Where(field => !field.Key.Contains('\0'))
        .ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(value => value?.Replace("\0", string.Empty, StringComparison.Ordinal))]), StringComparer.OrdinalIgnoreCase);
}
