using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Check;
using Tn.Kernel;
using Tn.Testing;

namespace Tn.Web.Tests.Certification;

/// <summary>Signed credentials as the world meets them: over HTTP, without an account.</summary>
public abstract class CredentialsTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task One_address_gives_a_page_a_document_or_a_token_as_asked()
    {
        using var stranger = Site.Visit();
        var address = $"/credentials/{await CodeAsync("consultant.certifie@demo.test")}";

        var page = await AskAsync(stranger, address, "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        foreach (var type in new[] { "application/vc", "application/vc+ld+json", "application/vc+jwt" })
        {
            var answer = await AskAsync(stranger, address, type);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        }

        var token = await (await AskAsync(stranger, address, "application/vc+jwt")).Content.ReadAsStringAsync();
        Assert.Equal(2, token.Count(sign => sign == '.'));
    }

    [Fact]
    public async Task The_keys_that_documents_name_are_published()
    {
        using var stranger = Site.Visit();
        var did = JsonNode.Parse((await stranger.GetAsync("/.well-known/did.json")).Body)!;
        var jwks = JsonNode.Parse((await stranger.GetAsync("/.well-known/jwks.json")).Body)!;
        var document = JsonNode.Parse(await (await AskAsync(stranger, $"/credentials/{await CodeAsync("consultant.certifie@demo.test")}", "application/vc")).Content.ReadAsStringAsync())!;

        Assert.Equal(document["issuer"]!["id"]!.GetValue<string>(), did["id"]!.GetValue<string>());
        Assert.Contains(document["proof"]!["verificationMethod"]!.GetValue<string>(), did["assertionMethod"]!.AsArray().Select(one => one!.GetValue<string>()));
        Assert.All(jwks["keys"]!.AsArray(), key => Assert.False(key!.AsObject().ContainsKey("d")));
    }

    [Fact]
    public async Task A_withdrawal_shows_at_once_in_the_list_that_a_verifier_kept()
    {
        using var stranger = Site.Visit();
        using var first = await stranger.Http.GetAsync(new Uri("/credentials/status/retrait-1", UriKind.Relative));
        using var same = await AskAsync(stranger, "/credentials/status/retrait-1", "application/vc", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        await WithdrawAsync("consultant.renouvellement@demo.test");

        using var changed = await AskAsync(stranger, "/credentials/status/retrait-1", "application/vc", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await changed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_handed_in_is_answered_in_plain_French()
    {
        using var stranger = Site.Visit();
        var code = await CodeAsync("consultant.certifie@demo.test");
        var badge = await stranger.Http.GetByteArrayAsync(new Uri($"/credentials/{code}/badge.png", UriKind.Relative));
        var paper = await stranger.Http.GetByteArrayAsync(new Uri($"/verifier/{code}/certificat.pdf", UriKind.Relative));

        Assert.Contains("Signature valable", (await HandInAsync(stranger, badge)).Text, StringComparison.Ordinal);
        Assert.Contains("certificat valable aujourd’hui", (await HandInAsync(stranger, badge)).Text, StringComparison.Ordinal);
        Assert.Contains("Cachet intact", (await HandInAsync(stranger, paper)).Text, StringComparison.Ordinal);
        Assert.Contains("n’est pas un certificat", (await HandInAsync(stranger, "bonjour"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("Choisissez un fichier", (await HandInAsync(stranger, [])).Text, StringComparison.Ordinal);
        var huge = await HandInAsync(stranger, new byte[CheckDocument.MaximumBytes * 2]);
        Assert.Contains("trop gros", huge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_rotated_on_the_page_and_earlier_badges_still_hold()
    {
        using var stranger = Site.Visit();
        var badge = await stranger.Http.GetByteArrayAsync(new Uri($"/credentials/{await CodeAsync("consultant.certifie@demo.test")}/badge.svg", UriKind.Relative));
        using var administrator = await Site.Visit().SignInAsync("admin@demo.test");
        var page = await administrator.GetAsync("/admin/cles");
        Assert.Contains("Cochez la case", (await administrator.SubmitAsync(page, "main form")).Text, StringComparison.Ordinal);
        Assert.Contains("Nouvelles clés en service", (await administrator.SubmitAsync(page, "main form", ("Sure", "true"))).Body, StringComparison.Ordinal);

        Assert.Contains("vérifie toujours", (await HandInAsync(stranger, badge)).Text, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string address, string accept, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await visitor.Http.SendAsync(request);
    }

    private static async Task<PageSeen> HandInAsync(Visitor visitor, byte[] file)
    {
        var page = await visitor.GetAsync("/verifier/document");
        var token = ((IHtmlInputElement)page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent { { new StringContent(token, Encoding.UTF8), "__RequestVerificationToken" }, { new ByteArrayContent(file), "Document", "fichier" } };
        using var answer = await visitor.Http.PostAsync(new Uri("/verifier/document", UriKind.Relative), form);
        var body = await answer.Content.ReadAsStringAsync();
        return new PageSeen(answer.StatusCode, "/verifier/document", body, await new HtmlParser().ParseDocumentAsync(body), null);
    }

    private async Task<string> CodeAsync(string email)
    {
        using var holder = await Site.Visit().SignInAsync(email);
        var page = await holder.GetAsync("/mon-parcours/certificat");
        return page.Document.QuerySelector("main a[href^='/credentials/']")!.GetAttribute("href")!.Split('/')[^1];
    }

    private async Task WithdrawAsync(string email)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var holder = await scope.ServiceProvider.GetRequiredService<Tn.Contracts.IPeople>().FindByEmailAsync(email, CancellationToken.None);
        var withdrawn = await scope.ServiceProvider.GetRequiredService<DecideSanction>().DecideAsync(
            holder!.Id,
            new Sanction(FactKind.Withdrawn, "article 14", "Motif."),
            ActContext.System(DateTimeOffset.UtcNow, "test"),
            CancellationToken.None);
        Assert.True(withdrawn.IsDone, withdrawn.Refusal?.Code);
    }
}

[Collection(OnSqlite.Name)]
public sealed class CredentialsOnSqlite(SqliteSite shared) : CredentialsTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class CredentialsOnPostgreSql(PostgreSqlSite shared) : CredentialsTests(shared);
