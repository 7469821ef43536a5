using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tn.Testing;

/// <summary>A person at a browser without JavaScript: follows links, fills in forms, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    /// <summary>Of every demonstration account.</summary>
    public const string DemoPassword = "Demo-Transition-2026!";

    private readonly HttpClient http;

    /// <param name="site">Address of the site.</param>
    public Visitor(Uri site)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseCookies = true })
        {
            BaseAddress = site,
        };
    }

    /// <summary>The bare client, for what a form cannot do.</summary>
    public HttpClient Http => http;

    /// <summary>Gets a page, following redirects.</summary>
    public async Task<PageSeen> GetAsync(string path) => await FollowAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Gets one answer, redirects not followed.</summary>
    public async Task<PageSeen> PeekAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Fills in a form of a page and sends it by its submit button.</summary>
    /// <param name="page">Where the form stands.</param>
    /// <param name="form">CSS selector of the form.</param>
    /// <param name="values">Field names and values; a null value leaves the field out.</param>
    public async Task<PageSeen> SubmitAsync(PageSeen page, string form, params (string Name, string? Value)[] values)
    {
        var found = page.Document.QuerySelector<IHtmlFormElement>(form)
            ?? throw new InvalidOperationException($"No form '{form}' at {page.Path}. {page.Text}");
        var fields = Defaults(found).Where(field => values.All(value => value.Name != field.Key)).ToList();
        fields.AddRange(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value!)));
        var action = found.GetAttribute("action") is { Length: > 0 } own ? own : page.Path;
        var target = new Uri(new Uri(http.BaseAddress!, page.Path), action);
        return found.Method.Equals("get", StringComparison.OrdinalIgnoreCase)
            ? await GetAsync($"{target.AbsolutePath}?{await new FormUrlEncodedContent(fields).ReadAsStringAsync()}")
            : await FollowAsync(await http.PostAsync(target, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Signs in with a demonstration account.</summary>
    public async Task<Visitor> SignInAsync(string email, string password = DemoPassword)
    {
        var page = await GetAsync("/compte/connexion");
        var after = await SubmitAsync(page, "main form", ("Input.Email", email), ("Input.Password", password));
        return after.Path.StartsWith("/compte/connexion", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{email} could not sign in: {after.Text}")
            : this;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<PageSeen> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 10 && (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location; hops++)
        {
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await http.GetAsync(next);
        }

        return await ReadAsync(answer);
    }

    private static async Task<PageSeen> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            var document = await new HtmlParser().ParseDocumentAsync(body);
            return new PageSeen(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, body, document, answer.Headers.Location);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Defaults(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select when select.Value is not null:
                    yield return KeyValuePair.Create(name, select.Value);
                    break;
            }
        }
    }
}

/// <summary>A page as received.</summary>
/// <param name="Path">Path and query at which the visitor ended.</param>
/// <param name="Location">Where a redirect not followed points.</param>
public sealed record PageSeen(HttpStatusCode Status, string Path, string Body, IDocument Document, Uri? Location)
{
    /// <summary>The main part's words, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.DocumentElement).TextContent
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
