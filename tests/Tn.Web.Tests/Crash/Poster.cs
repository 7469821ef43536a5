using System.Net;
using Tn.Testing;

namespace Tn.Web.Tests.Crash;

/// <summary>Sends forms without following the answer: a redirect received is the program's word that what was sent is kept.</summary>
internal sealed class Poster(Visitor visitor) : IDisposable
{
    private string antiforgery = string.Empty;

    /// <summary>Reads a page and keeps its anti-forgery token.</summary>
    public async Task<PageSeen> ReadAsync(string path)
    {
        var page = await visitor.GetAsync(path);
        antiforgery = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? antiforgery;
        return page;
    }

    /// <summary>True when the program acknowledged; false when it died first.</summary>
    /// <exception cref="InvalidOperationException">It lived and refused.</exception>
    public async Task<bool> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        try
        {
            var form = fields.Append(("__RequestVerificationToken", antiforgery)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
            using var answer = await visitor.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form), CancellationToken.None);
            return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK or HttpStatusCode.NoContent
                && IsWelcome(answer)
                ? true
                : throw new InvalidOperationException($"{path} answered {answer.StatusCode} {answer.Headers.Location}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => visitor.Dispose();

    // A page shown again is a refusal; so is the way to the sign-in page.
    private static bool IsWelcome(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType != "text/html"
        && answer.Headers.Location?.OriginalString.Contains("/compte/connexion", StringComparison.Ordinal) != true;
}
