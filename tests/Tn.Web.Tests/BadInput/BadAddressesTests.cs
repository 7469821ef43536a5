using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tn.Testing;
using Tn.Web.Tests.Access;

namespace Tn.Web.Tests.BadInput;

/// <summary>Addresses typed, guessed or broken: each answers something, and never 500.</summary>
[Collection(OnSqlite.Name)]
public sealed partial class BadAddressesTests(SqliteSite sqlite)
{
    private static readonly string[] Parameters = ["p", "q", "axe", "departement", "type", "etat", "quand", "role", "code", "doc", "handler", "personne", "jeton", "ReturnUrl"];

    // Between them they may open every page.
    private static readonly string?[] Visitors = [null, "consultant.certifie@demo.test", "auteur@demo.test", "pedago1@demo.test", "partenaires1@demo.test", "centres1@demo.test", "admin@demo.test"];

    [Fact]
    public async Task No_query_string_breaks_a_page()
    {
        var pages = (await RouteTable.ReadAsync(sqlite.Site.Services)).Where(IsPage).Where(door => !door.Template.Contains('{', StringComparison.Ordinal)).ToList();
        var tried = new List<Tried>();
        // A page is tried by the first who may open it: whoever may not is turned away before the query is read.
        foreach (var opened in (await TryAsync(pages.Select(page => (page.Method, page.Template)).ToList(), Visitors)).Where(one => one.Status == 200).DistinctBy(one => one.Address).GroupBy(one => one.Visitor))
        {
            tried.AddRange(await TryAsync(opened.SelectMany(page => Queries().Select(query => (page.Verb, $"{page.Address}?{query}"))).ToList(), [opened.Key]));
        }

        Assert.True(tried.Count > 1000, "The search for pages is blind.");
        Assert.True(Broken(tried).Count == 0, string.Join(Environment.NewLine, Broken(tried)));
    }

    [Fact]
    public async Task No_value_in_a_route_breaks_a_page()
    {
        var pages = (await RouteTable.ReadAsync(sqlite.Site.Services)).Where(IsPage).Where(door => door.Template.Contains('{', StringComparison.Ordinal)).ToList();
        var values = HostileInput.Encoded.Where(value => value.Length > 0).Append(new string('a', 3000));
        var tried = await TryAsync(pages.SelectMany(page => values.Select(value => (page.Method, Parameter().Replace(page.Template, value)))).ToList(), Visitors);

        Assert.True(tried.Count > 1000, "The search for pages is blind.");
        Assert.True(Broken(tried).Count == 0, string.Join(Environment.NewLine, Broken(tried)));
    }

    [Fact]
    public async Task A_verb_that_a_page_does_not_know_is_refused_and_nothing_is_drawn()
    {
        var pages = (await RouteTable.ReadAsync(sqlite.Site.Services)).Where(IsPage).Where(door => !door.Template.StartsWith("/erreur", StringComparison.Ordinal)).ToList();
        var requests = pages.SelectMany(page => new[] { "PUT", "DELETE", "PATCH", "INVENTED" }.Select(verb => (verb, Parameter().Replace(page.Template, "00000000-0000-0000-0000-000000000001")))).ToList();
        var tried = await TryAsync(requests, [null, "admin@demo.test"]);

        Assert.True(Broken(tried).Count == 0, string.Join(Environment.NewLine, Broken(tried)));
        Assert.DoesNotContain(tried, answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_form_for_which_a_page_has_no_handler_is_refused_with_a_sentence()
    {
        using var visitor = sqlite.Site.Visit();
        var form = (await visitor.GetAsync("/compte/connexion")).Document.QuerySelector<IHtmlInputElement>("main form input[name=__RequestVerificationToken]")!;

        using var answer = await visitor.Http.PostAsync(new Uri("/verifier/ABCD", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create(form.Name!, form.Value)]));

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Contains("Cette page ne peut pas faire cela", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compte/connexion?ReturnUrl=javascript:alert(1)")]
    [InlineData("/compte/connexion?ReturnUrl=//ailleurs.example")]
    [InlineData("/compte/connexion?ReturnUrl=https:%2F%2Failleurs.example")]
    [InlineData("/compte/connexion?ReturnUrl=%2F%5Cailleurs.example")]
    public async Task Signing_in_leads_nowhere_else(string address)
    {
        using var visitor = sqlite.Site.Visit();
        var after = await visitor.SubmitAsync(await visitor.GetAsync(address), "main form", ("Input.Email", "centres1@demo.test"), ("Input.Password", Visitor.DemoPassword));

        Assert.Equal("/mon-espace", after.Path);
    }

    private static IEnumerable<string> Queries() => Parameters
        .SelectMany(name => HostileInput.Encoded.Select(value => $"{name}={value}"))
        .Concat(["p=1&p=2", "p[]=1", "q=a&q=b&q=c", "axe[0]=donnees&axe[9999999]=x", "axe=donnees&axe=donnees", "=", "&&&", "%", "%zz", "?p", $"q={new string('a', 7000)}"]);

    private static bool IsPage(Door door) => door.Method == "GET"
        && !door.Template.StartsWith("/verifier", StringComparison.Ordinal)
        && !door.Template.StartsWith("/admin/taches", StringComparison.Ordinal)
        && !door.Template.StartsWith("/health", StringComparison.Ordinal);

    private async Task<List<Tried>> TryAsync(IReadOnlyList<(string Verb, string Address)> requests, IEnumerable<string?> visitors)
    {
        var tried = new List<Tried>();
        foreach (var email in visitors)
        {
            using var visitor = email is null ? sqlite.Site.Visit() : await sqlite.Site.Visit().SignInAsync(email);
            foreach (var (verb, address) in requests)
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(visitor.Http.BaseAddress!, address));
                using var answer = await visitor.Http.SendAsync(request);
                tried.Add(new Tried(verb, address, email, (int)answer.StatusCode));
            }
        }

        return tried;
    }

    // The error page itself may say 500: it is asked to.
    private static IReadOnlyList<string> Broken(IEnumerable<Tried> tried) =>
        [.. tried.Where(one => one.Status >= 500 && !one.Address.StartsWith("/erreur/", StringComparison.Ordinal)).Select(one => $"{one.Status} {one.Verb} {one.Address} ({one.Visitor ?? "stranger"})")];

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    private sealed record Tried(string Verb, string Address, string? Visitor, int Status);
}
