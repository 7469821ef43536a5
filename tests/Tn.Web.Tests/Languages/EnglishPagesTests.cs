using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Tn.Testing;

namespace Tn.Web.Tests.Languages;

/// <summary>Who chose English reads English from header to footer; French that remains is a content, and says so.</summary>
[Collection(OnSqlite.Name)]
public sealed partial class EnglishPagesTests(SqliteSite sqlite)
{
    private const string Lesson = "/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte";

    [Theory]
    [InlineData("/")]
    [InlineData("/formations")]
    [InlineData("/formations/proteger-une-petite-entreprise")]
    [InlineData(Lesson)]
    [InlineData("/ressources")]
    [InlineData("/webinaires")]
    [InlineData("/actualites")]
    [InlineData("/annuaire")]
    [InlineData("/annuaire?q=facturation")]
    [InlineData("/centres")]
    [InlineData("/carte")]
    [InlineData("/recherche?q=facture")]
    [InlineData("/charte")]
    [InlineData("/plan-du-site")]
    [InlineData("/programme/regles")]
    [InlineData("/programme/indicateurs")]
    [InlineData("/verifier")]
    [InlineData("/verifier/document")]
    [InlineData("/verifier/nul")]
    [InlineData("/axes/donnees")]
    [InlineData("/api")]
    [InlineData("/compte/connexion")]
    [InlineData("/compte/inscription")]
    [InlineData("/nulle-part")]
    public async Task A_public_page_is_English(string address)
    {
        using var reader = await EnterAsync();

        AssertEnglish(await reader.GetAsync(address));
    }

    [Theory]
    [InlineData("conseiller", "/mon-espace")]
    [InlineData("conseiller", "/mon-espace/formations")]
    [InlineData("conseiller", "/mon-profil")]
    [InlineData("conseiller", "/compte/securite")]
    [InlineData("conseiller", "/mon-espace/jetons")]
    [InlineData("auteur", "/admin/contenus")]
    [InlineData("auteur", "/admin/medias")]
    [InlineData("redaction", "/admin/programmation")]
    [InlineData("pedago1", "/comites/pedagogique")]
    [InlineData("pedago1", "/comites/pedagogique/banque")]
    [InlineData("pedago1", "/comites/pedagogique/banque/preuve")]
    [InlineData("pedago1", "/comites/etudes-de-cas")]
    [InlineData("jury1", "/comites/jury")]
    [InlineData("partenaires1", "/comites/jury/recours")]
    [InlineData("partenaires1", "/comites/partenaires-prives/epreuves")]
    [InlineData("partenaires1", "/comites/reclamations")]
    [InlineData("partenaires1", "/comites/surveillance")]
    [InlineData("centres1", "/comites/centres-de-ressources")]
    [InlineData("admin", "/admin")]
    [InlineData("admin", "/admin/utilisateurs")]
    [InlineData("admin", "/admin/paquets")]
    [InlineData("admin", "/admin/relances")]
    public async Task A_desk_is_English(string account, string address)
    {
        using var reader = await EnterAsync();
        await reader.SignInAsync($"{account}@demo.test");

        AssertEnglish(await reader.GetAsync(address));
    }

    [Theory]
    [InlineData("auteur", "/admin/contenus", "")]
    [InlineData("auteur", "/admin/contenus", "/versions")]
    [InlineData("auteur", "/admin/contenus", "/actions")]
    [InlineData("pedago1", "/comites/pedagogique", "")]
    public async Task The_first_document_of_a_desk_stands_in_an_English_page(string account, string desk, string part)
    {
        using var reader = await EnterAsync();
        await reader.SignInAsync($"{account}@demo.test");
        var first = (await reader.GetAsync(desk)).Document.QuerySelector($"td a[href^='{desk}/'], th a[href^='{desk}/']")!.GetAttribute("href");

        AssertEnglish(await reader.GetAsync(first + part));
    }

    [Fact]
    public async Task A_refused_form_is_refused_in_English()
    {
        using var reader = await EnterAsync();
        var page = await reader.GetAsync("/compte/inscription");

        var again = await reader.SubmitAsync(page, "main form", ("Input.Email", "not an address"), ("Input.Password", "short"));

        AssertEnglish(again);
        Assert.Contains("points need correcting", again.Text, StringComparison.Ordinal);
        Assert.Contains("First name: Give your first name.", again.Text, StringComparison.Ordinal);
        Assert.Contains("This address is not valid.", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/formations")]
    [InlineData(Lesson)]
    public async Task Each_language_has_a_kept_page_of_its_own(string address)
    {
        using var french = sqlite.Site.Visit();
        using var english = await EnterAsync();
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal("fr", LanguageOf(await french.GetAsync(address)));
            Assert.Equal("en", LanguageOf(await english.GetAsync(address)));
        }
    }

    [Theory]
    [InlineData("/formations", "/formations")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    public async Task The_choice_leads_back_where_one_was_and_nowhere_else(string asked, string led)
    {
        using var reader = sqlite.Site.Visit();

        var answer = await reader.PeekAsync($"/langue/en?retour={Uri.EscapeDataString(asked)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(led, answer.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_sent_to_her_is_French()
    {
        using var reader = await EnterAsync();
        await reader.SignInAsync("conseiller54@demo.test");
        foreach (var link in (await reader.GetAsync("/webinaires")).Document.QuerySelectorAll("[data-testid=webinar] a").Select(link => link.GetAttribute("href")!).ToList())
        {
            var page = await reader.GetAsync(link);
            if (page.Document.QuerySelector("form[action*='handler=Register']") is null)
            {
                continue;
            }

            Assert.Contains("You are registered", (await reader.SubmitAsync(page, "form[action*='handler=Register']")).Text, StringComparison.Ordinal);
            var notices = await reader.GetAsync("/notifications");
            Assert.Contains(notices.Document.QuerySelectorAll("h2[lang=fr]"), heading => heading.TextContent.StartsWith("Votre inscription", StringComparison.Ordinal));
            return;
        }

        Assert.Fail("She is registered for every webinar.");
    }

    [Fact]
    public async Task A_French_page_is_seen_as_not_English()
    {
        using var visitor = sqlite.Site.Visit();

        Assert.NotEmpty(FrenchIn((await visitor.GetAsync("/formations")).Document));
    }

    private async Task<Visitor> EnterAsync()
    {
        var reader = sqlite.Site.Visit();
        await reader.GetAsync("/langue/en?retour=/plan-du-site");
        return reader;
    }

    private static string? LanguageOf(PageSeen page) => page.Document.DocumentElement.GetAttribute("lang");

    private static void AssertEnglish(PageSeen page)
    {
        Assert.Equal("en", LanguageOf(page));
        Assert.Equal([], FrenchIn(page.Document));
    }

    /// <summary>What the page says in French without saying that it is French.</summary>
    private static IEnumerable<string> FrenchIn(IDocument document)
    {
        foreach (var element in document.All.Where(element => !IsMarked(element) && !IsName(element)))
        {
            var said = element.ChildNodes.OfType<IText>().Select(text => text.Data)
                .Concat(new[] { "aria-label", "placeholder", "title", "alt" }.Select(element.GetAttribute).OfType<string>());
            foreach (var words in said.Where(words => FrenchWord().IsMatch(Quoted().Replace(words, string.Empty))))
            {
                yield return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    private static bool IsMarked(IElement element) => element.Closest("[lang]") is { LocalName: not "html" } marked && marked.GetAttribute("lang") == "fr";

    // Departments and people keep their names, the rows of a table bear titles of contents, code is code.
    private static bool IsName(IElement element) =>
        element.Closest("option, textarea, script, code, td, th[scope=row], [data-testid=person]") is not null || element.LocalName is "title";

    // A sentence may name a content.
    [GeneratedRegex("“[^”]*”", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(vous|votre|vos|une|les|des|est|pour|avec|dans|sur|cette|leçons?|aucune?|voir|mon|ma|mes)\b|[«»]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FrenchWord();
}
