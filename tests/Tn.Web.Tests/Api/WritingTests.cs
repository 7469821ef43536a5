using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tn.Testing;

namespace Tn.Web.Tests.Api;

/// <summary>What a program writes with a token: drafts, and their way to the committee.</summary>
[Collection(OnSqlite.Name)]
public sealed class WritingTests(SqliteSite site)
{
    [Fact]
    public async Task A_document_is_begun_written_and_sent_and_nobody_overwrites_what_they_have_not_read()
    {
        using var http = await WriterAsync("auteur@demo.test", "ecriture", "envoi", "brouillons", "soumissions");
        using var begun = await http.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "Écrite par un programme" });
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var address = begun.Headers.Location!.OriginalString;
        Assert.Equal("ecrite-par-un-programme", (await JsonAsync(begun)).GetProperty("draft").GetProperty("slug").GetString());

        var text = new Dictionary<string, string> { ["LearningPart.Summary"] = "Résumé.", ["LearningPart.Axis"] = "donnees", ["FieldsPart.kind"] = "fiche", ["FieldsPart.licence"] = "Licence Ouverte 2.0", ["ReviewPart.ReviewBy"] = "2027-11-30", ["MarkdownBodyPart.Markdown"] = "## Début\n\nUn texte.\n" };
        using var written = await PutAsync(http, address, begun.Headers.ETag, text);
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.NotEqual(begun.Headers.ETag, written.Headers.ETag);
        using var read = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(written.Headers.ETag, read.Headers.ETag);
        Assert.Equal("## Début\n\nUn texte.\n", (await JsonAsync(read)).GetProperty("fields").GetProperty("MarkdownBodyPart.Markdown").GetString());

        using var late = await PutAsync(http, address, begun.Headers.ETag, text);
        await IsProblemAsync(late, HttpStatusCode.PreconditionFailed);
        using var blind = await PutAsync(http, address, null, text);
        await IsProblemAsync(blind, HttpStatusCode.PreconditionRequired);
        using var same = await PutAsync(http, address, written.Headers.ETag, text);
        Assert.Equal(written.Headers.ETag, same.Headers.ETag);

        using var sent = await http.PostAsJsonAsync($"{address}/submission", new { note = "Relue." });
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal("Submitted", (await JsonAsync(await http.GetAsync(sent.Headers.Location))).GetProperty("state").GetString());
        using var list = await http.GetAsync(new Uri("/api/v1/drafts?q=programme", UriKind.Relative));
        Assert.Matches("^[0-9a-z]{26}$", (await JsonAsync(list)).GetProperty("items")[0].GetProperty("versionId").GetString());
    }

    [Fact]
    public async Task What_is_refused_says_why_and_where()
    {
        using var http = await WriterAsync("auteur@demo.test", "ecriture", "envoi");
        using var begun = await http.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "À refuser" });
        var address = begun.Headers.Location!.OriginalString;

        using var untitled = await http.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = " " });
        Assert.Equal("content.title-missing", (await IsProblemAsync(untitled, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        using var typeless = await http.PostAsJsonAsync("/api/v1/drafts", new { type = "Rien", title = "Un" });
        await IsProblemAsync(typeless, HttpStatusCode.UnprocessableEntity);
        using var misspelt = await PutAsync(http, address, begun.Headers.ETag, new() { ["Titre"] = "x" });
        Assert.Contains("TitlePart.Title", (await IsProblemAsync(misspelt, HttpStatusCode.UnprocessableEntity)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var wrong = await PutAsync(http, address, begun.Headers.ETag, new() { ["ReviewPart.ReviewBy"] = "demain" });
        Assert.Equal("ReviewPart.ReviewBy", (await IsProblemAsync(wrong, HttpStatusCode.UnprocessableEntity)).GetProperty("field").GetString());
        using var incomplete = await http.PostAsJsonAsync($"{address}/submission", new { });
        Assert.Equal("content.incomplete", (await IsProblemAsync(incomplete, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        foreach (var body in new[] { "{", "[]", "null", "{\"fields\":3}", "{}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
            using var answer = await http.SendAsync(request);
            await IsProblemAsync(answer, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_token_writes_within_its_scope_and_its_owners_rights()
    {
        using var author = await WriterAsync("auteur@demo.test", "ecriture");
        using var begun = await author.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "À quelqu’un" });
        var address = begun.Headers.Location!.OriginalString;
        await IsProblemAsync(await author.PostAsJsonAsync($"{address}/submission", new { }), HttpStatusCode.Forbidden);

        using var reader = await WriterAsync("auteur@demo.test", "brouillons");
        await IsProblemAsync(await PutAsync(reader, address, begun.Headers.ETag, new() { ["TitlePart.Title"] = "x" }), HttpStatusCode.Forbidden);
        using var advisor = await WriterAsync("conseiller@demo.test", "ecriture", "envoi");
        await IsProblemAsync(await PutAsync(advisor, address, begun.Headers.ETag, new() { ["TitlePart.Title"] = "x" }), HttpStatusCode.NotFound);
        await IsProblemAsync(await advisor.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "Un" }), HttpStatusCode.Forbidden);
        await IsProblemAsync(await advisor.PostAsJsonAsync($"{address}/submission", new { }), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stranger_and_a_session_write_nothing()
    {
        using var stranger = new HttpClient { BaseAddress = site.Site.Address };
        await IsProblemAsync(await stranger.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "Un" }), HttpStatusCode.Unauthorized);
        using var author = await site.Site.Visit().SignInAsync("auteur@demo.test");
        await IsProblemAsync(await author.Http.PostAsJsonAsync("/api/v1/drafts", new { type = "TeachingMaterial", title = "Un" }), HttpStatusCode.Unauthorized);
        await IsProblemAsync(await PutAsync(author.Http, "/api/v1/drafts/absent", EntityTagHeaderValue.Any, []), HttpStatusCode.Unauthorized);
        await IsProblemAsync(await author.Http.PostAsJsonAsync("/api/v1/drafts/absent/submission", new { }), HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string address, EntityTagHeaderValue? read, Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(new { fields }) };
        if (read is not null)
        {
            request.Headers.IfMatch.Add(read);
        }

        return http.SendAsync(request);
    }

    private async Task<HttpClient> WriterAsync(string email, params string[] scopes)
    {
        using var person = await site.Site.Visit().SignInAsync(email);
        var secret = await ApiTests.CreateAsync(person, "Écriture", scopes);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Site.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    private static async Task<JsonElement> IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await JsonAsync(answer);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
