using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Papers;
using Tn.Kernel;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Mail;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>What surrounds the census: papers, references, duplicates, the instructors' desk.</summary>
public abstract class CensusTests(SharedSite shared) : Journey(shared)
{
    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    [Fact]
    public async Task A_paper_is_deposited_downloaded_as_an_attachment_and_hidden_from_others()
    {
        using var consultant = await EnterAsync("consultant28");
        Assert.Contains("ni un PDF", (await DepositAsync(consultant, Encoding.UTF8.GetBytes("<script>alert(1)</script>"))).Text, StringComparison.Ordinal);
        var page = await DepositAsync(consultant, Pdf);
        Assert.Contains("Le papier est déposé", page.Body, StringComparison.Ordinal);
        var address = page.Document.QuerySelector("a[href^='/papiers/']")!.GetAttribute("href")!;

        using var answer = await consultant.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(("attachment", "application/pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("sandbox", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        using var other = await EnterAsync("consultant27");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        using var instructor = await EnterAsync("partenaires1");
        Assert.Equal(HttpStatusCode.OK, (await instructor.PeekAsync(address)).Status);
    }

    [Fact]
    public async Task A_client_without_account_confirms_a_mission_once()
    {
        var client = $"client-{Guid.NewGuid():N}@entreprise.example";
        using var consultant = await EnterAsync("consultant27");
        var page = await consultant.GetAsync("/mon-parcours/references");
        var mission = page.Document.QuerySelectorAll<IHtmlOptionElement>("select[name='Input.Mission'] option").Last().Value;
        var sent = await consultant.SubmitAsync(page, "main form", ("Input.Mission", mission), ("Input.ClientEmail", client), ("Input.ClientAgrees", "true"));
        Assert.Contains("La demande est envoyée", sent.Body, StringComparison.Ordinal);
        var mail = await AskAsync((TnDbContext db) => db.Set<OutgoingMail>().AsNoTracking().SingleAsync(one => one.To == client));
        var link = Regex.Match(mail.Text, "/references/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

        using var visitor = Site.Visit();
        using var read = await visitor.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal("no-referrer", string.Concat(read.Headers.GetValues("Referrer-Policy")));
        var form = await visitor.GetAsync(link); // reading twice takes nothing away
        Assert.DoesNotContain(client, form.Body, StringComparison.Ordinal);
        Assert.Contains("Choisissez votre réponse", (await visitor.SubmitAsync(form, "main form", ("Input.Name", "Zoé Petit"))).Text, StringComparison.Ordinal);
        var thanked = await visitor.SubmitAsync(form, "main form", ("Input.Answer", "confirm"), ("Input.Name", "Zoé Petit"));
        Assert.Contains("Votre réponse est enregistrée", thanked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);
        Assert.Contains("Confirmée par le client", (await consultant.GetAsync("/mon-parcours/references")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_between_instructors_is_on_no_page_of_the_candidate()
    {
        const string Secret = "NOTE-ENTRE-INSTRUCTEURS";
        var number = (await FileAsync("consultant26")).Number;
        using var instructor = await EnterAsync("partenaires1");
        var desk = await instructor.GetAsync($"/comites/partenaires-prives/{number}");
        Assert.Contains(Secret, (await instructor.SubmitAsync(desk, "form[action*='handler=Note' i]", ("Input.Note", Secret))).Text, StringComparison.Ordinal);

        using var candidate = await EnterAsync("consultant26");
        var seen = new HashSet<string>();
        var next = new Queue<string>(["/mon-espace", "/mon-parcours", "/mon-parcours/recensement", "/mon-parcours/papiers", "/mon-parcours/references", "/mes-donnees", "/mes-donnees/telecharger", "/notifications", $"/recherche?q={Secret}", $"/comites/partenaires-prives/{number}"]);
        while (next.TryDequeue(out var path) && seen.Count < 80)
        {
            var page = seen.Add(path) ? await candidate.GetAsync(path) : null;
            Assert.DoesNotContain(Secret, page is null || path.StartsWith("/recherche", StringComparison.Ordinal) ? string.Empty : page.Body, StringComparison.Ordinal);
            foreach (var link in page?.Document.QuerySelectorAll("a[href^='/mon'], a[href^='/mes-']").Select(one => one.GetAttribute("href")!.Split('#')[0]) ?? [])
            {
                next.Enqueue(link);
            }
        }

        Assert.True(seen.Count > 20, $"Only {seen.Count} pages were read.");
    }

    [Fact]
    public async Task The_desk_shows_probable_duplicates_and_assigns_a_file()
    {
        const string Enterprise = "/mon-parcours/recensement/entreprise";
        using var second = await EnterAsync("consultant01");
        await second.SubmitAsync(await second.GetAsync(Enterprise), "main form", ("Input.Enterprise.Siret", (await FileAsync("consultant02")).Siret), ("then", "stay"));
        using var instructor = await EnterAsync("partenaires1");
        var pairs = await instructor.GetAsync("/comites/partenaires-prives/doublons");
        Assert.Contains("même établissement (SIRET)", pairs.Text, StringComparison.Ordinal);
        var number = (await FileAsync("consultant25")).Number;
        var file = await instructor.GetAsync($"/comites/partenaires-prives/{number}");
        var member = (await PersonAsync("partenaires2")).ToString();
        var after = await instructor.SubmitAsync(file, "form[action*='handler=Assign' i]", ("Input.Instructor", member));
        Assert.Contains("Le dossier est attribué", after.Body, StringComparison.Ordinal);
        var dossier = (await AskAsync((DossierDesk desk) => desk.FindAsync(number, ActContext.System(DateTimeOffset.UtcNow, "test"), default))).Value!;
        Assert.Equal(member, dossier.Assignment!.Instructor.ToString());
        using var other = await EnterAsync("partenaires2");
        Assert.Contains(number, (await other.GetAsync("/comites/partenaires-prives?qui=moi")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portrait_is_shown_once_accepted_and_while_its_owner_wishes_without_what_its_file_told()
    {
        using var consultant = await EnterAsync("consultant26");
        var page = await DepositAsync(consultant, PhotoTakenSomewhere(), PaperKinds.Photo);
        var address = page.Document.QuerySelector("a[href^='/papiers/']")!.GetAttribute("href")!;
        var slug = await AskAsync((TnDbContext db) => SlugAsync(db));
        using var stranger = Site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PeekAsync($"/annuaire/{slug}/photo")).Status);

        using var instructor = await EnterAsync("partenaires1");
        var number = (await FileAsync("consultant26")).Number;
        var papers = await instructor.GetAsync($"/comites/partenaires-prives/{number}/papiers");
        await instructor.SubmitAsync(papers, $"form[action*='{address.Split('/')[^1]}'][action*='handler=Accept' i]");
        using (var shown = await stranger.Http.GetAsync(new Uri($"/annuaire/{slug}/photo", UriKind.Relative)))
        {
            Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("Orléans, chez moi", Encoding.UTF8.GetString(await shown.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }

        Assert.NotNull((await stranger.GetAsync($"/annuaire/{slug}")).Document.QuerySelector($"img[src^='/annuaire/{slug}/photo']"));
        await consultant.SubmitAsync(await consultant.GetAsync("/mon-profil"), "main form", ("Input.Consents", "Name"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PeekAsync($"/annuaire/{slug}/photo")).Status);
        Assert.Null((await stranger.GetAsync($"/annuaire/{slug}")).Document.QuerySelector($"img[src^='/annuaire/{slug}/photo']"));

        async Task<string> SlugAsync(TnDbContext db)
        {
            var person = (await FileAsync("consultant26")).Person;
            return (await db.Set<NetworkProfile>().AsNoTracking().SingleAsync(profile => profile.Person == person)).Slug;
        }
    }

    // A small JPEG with a comment, as a telephone would write the place into it.
    private static byte[] PhotoTakenSomewhere()
    {
        using var bitmap = new SKBitmap(64, 64);
        bitmap.Erase(SKColors.Teal);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var comment = Encoding.UTF8.GetBytes("Orléans, chez moi");
        var jpeg = encoded.ToArray();
        return [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. jpeg[2..]];
    }

    [Theory]
    [InlineData("communes&q=orl", "45234")]
    [InlineData("naf&q=conseil%20en%20sys", "62.02A")]
    public async Task Codes_are_suggested_and_found_without_javascript(string query, string code)
    {
        using var consultant = await EnterAsync("consultant24");
        Assert.Contains(code, (await consultant.GetAsync($"/mon-parcours/codes?liste={query}")).Text, StringComparison.Ordinal);
        Assert.Contains($"\"{code}\"", (await consultant.GetAsync($"/mon-parcours/codes?handler=Suggest&liste={query}")).Body, StringComparison.Ordinal);
    }

    private static async Task<PageSeen> DepositAsync(Visitor consultant, byte[] content, PaperKind? kind = null)
    {
        var page = await consultant.GetAsync("/mon-parcours/papiers");
        var token = page.Document.QuerySelector<IHtmlInputElement>("main form input[name=__RequestVerificationToken]")!.Value;
        using var file = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent((kind ?? PaperKinds.Other).Key), "Input.Kind" },
            { new StringContent("2026-11-01"), "Input.IssuedOn" },
            { file, "Upload", "papier.pdf" },
        };
        using var answer = await consultant.Http.PostAsync(new Uri("/mon-parcours/papiers", UriKind.Relative), form);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return await consultant.GetAsync("/mon-parcours/papiers");
        }

        var body = await answer.Content.ReadAsStringAsync();
        return new PageSeen(answer.StatusCode, "/mon-parcours/papiers", body, await new HtmlParser().ParseDocumentAsync(body), null);
    }
}

[Collection(OnSqlite.Name)]
public sealed class CensusOnSqlite(SqliteSite shared) : CensusTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class CensusOnPostgreSql(PostgreSqlSite shared) : CensusTests(shared);
