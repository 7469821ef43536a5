using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tn.Testing;

namespace Tn.Web.Tests.BadInput;

/// <summary>
/// Every field of every form of a page is sent with each hostile value. Nothing breaks; when the page comes back it says why in French,
/// and gives back what was typed. On a site of its own: much of it is accepted, as it should be.
/// </summary>
public sealed class BadFormsTests
{
    private static readonly (string? Who, string Page)[] Forms =
    [
        (null, "/compte/inscription"),
        (null, "/compte/connexion"),
        (null, "/compte/mot-de-passe-oublie"),
        (null, "/compte/renvoyer"),
        (null, "/compte/reinitialiser?personne=00000000-0000-0000-0000-000000000001&jeton=abc"),
        (null, "/compte/confirmer?personne=00000000-0000-0000-0000-000000000001&jeton=abc"),
        (null, "/annuaire"),
        (null, "/recherche"),
        (null, "/annuaire/@/annuaire/"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/personne"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/entreprise"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/garanties"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/independance"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/competences"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/territoires"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/references"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/reconnaissances"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement/declarations"),
        ("consultant.nouveau@demo.test", "/mon-parcours/recensement"),
        ("consultant.nouveau@demo.test", "/mon-parcours/papiers"),
        ("consultant.recense@demo.test", "/mon-parcours/references"),
        ("consultant.recense@demo.test", "/mon-parcours/codes"),
        ("consultant.formation@demo.test", "/mon-parcours/charte"),
        ("consultant18@demo.test", "/mon-parcours/etude-de-cas"),
        ("consultant.certifie@demo.test", "/mon-parcours/reclamations"),
        ("consultant.renouvellement@demo.test", "/mon-parcours/declaration"),
        ("conseiller@demo.test", "/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte"),
        ("conseiller@demo.test", "/mon-profil"),
        ("conseiller@demo.test", "/compte/securite"),
        ("auteur@demo.test", "/admin/contenus/@/admin/contenus/"),
        ("pedago4@demo.test", "/comites/etudes-de-cas"),
        ("pedago4@demo.test", "/comites/pedagogique/@/comites/pedagogique/0"),
        ("partenaires1@demo.test", "/comites/partenaires-prives/@/comites/partenaires-prives/C-"),
        ("partenaires1@demo.test", "/comites/partenaires-prives/amenagements"),
        ("partenaires1@demo.test", "/comites/reclamations/@/comites/reclamations/"),
        ("partenaires1@demo.test", "/comites/surveillance/@/comites/surveillance/"),
        ("jury1@demo.test", "/comites/jury/@/comites/jury/"),
        ("admin@demo.test", "/admin/utilisateurs"),
        ("admin@demo.test", "/admin/utilisateurs/@/admin/utilisateurs/"),
    ];

    [Fact]
    public async Task No_field_breaks_a_page_and_what_comes_back_is_french_and_keeps_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        var faults = new List<string>();
        var sent = 0;
        foreach (var forms in Forms.GroupBy(form => form.Who))
        {
            using var visitor = forms.Key is null ? site.Visit() : await site.Visit().SignInAsync(forms.Key);
            foreach (var (_, page) in forms)
            {
                sent += await FillAsync(visitor, await AddressAsync(visitor, page), faults);
            }
        }

        Assert.True(faults.Count == 0, $"{sent} forms sent.{Environment.NewLine}{string.Join(Environment.NewLine, faults.Distinct())}");
        Assert.True(sent > 2000, $"Only {sent} forms were sent: the search for fields is blind.");
    }

    [Fact]
    public async Task A_body_too_large_or_no_form_at_all_is_refused()
    {
        await using var site = await TestSite.StartAsync(environment: "Production");
        using var visitor = site.Visit();
        var bodies = new Func<HttpContent>[]
        {
            () => new StringContent(string.Join('&', Enumerable.Range(0, 3000).Select(number => $"f{number}=x")), Encoding.ASCII, "application/x-www-form-urlencoded"),
            () => new StringContent(new string('a', 5_000_000), Encoding.ASCII, "application/x-www-form-urlencoded"),
            () => new StringContent("x=" + new string('a', 5_000_000), Encoding.ASCII, "application/x-www-form-urlencoded"),
            () => new StringContent("{\"Input\":[", Encoding.UTF8, "application/json"),
            () => new StringContent("--x\r\nnonsense", Encoding.ASCII, "multipart/form-data"),
            () => new ByteArrayContent([0, 255, 254, 0]),
        };

        foreach (var body in bodies)
        {
            using var answer = await visitor.Http.PostAsync(new Uri("/compte/inscription", UriKind.Relative), body());
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    // « page@prefix »: the first link of the page that begins with the prefix.
    private static async Task<string> AddressAsync(Visitor visitor, string page)
    {
        if (page.Split('@') is not [var list, var prefix])
        {
            return page;
        }

        var seen = await visitor.GetAsync(list.TrimEnd('/'));
        return seen.Document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!)
            .First(address => address.StartsWith(prefix, StringComparison.Ordinal) && !address.Contains("seances", StringComparison.Ordinal));
    }

    private static async Task<int> FillAsync(Visitor visitor, string address, List<string> faults)
    {
        var page = await visitor.GetAsync(address);
        var forms = page.Document.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.GetAttribute("action")?.Contains("deconnexion", StringComparison.Ordinal) != true).ToList();
        if (forms.Count == 0)
        {
            faults.Add($"No form at {address}: {(int)page.Status}");
        }

        var sent = 0;
        foreach (var form in forms)
        {
            var fields = FieldsOf(form);
            foreach (var name in fields.Select(field => field.Name).Where(name => name != "__RequestVerificationToken").Distinct())
            {
                foreach (var value in HostileInput.Encoded.Append(HostileInput.Long))
                {
                    await SendAsync(visitor, page, form, [.. fields.Where(field => field.Name != name), (name, value)], name, faults);
                    sent++;
                }

                await SendAsync(visitor, page, form, [.. fields, (name, "un"), (name, "deux"), ($"{name}[0]", "trois"), ($"{name}[99999]", "quatre"), ($"{name}.Autre", "cinq")], name, faults);
                sent++;
            }
        }

        return sent;
    }

    private static List<(string Name, string Value)> FieldsOf(IHtmlFormElement form) =>
        [.. form.Elements.Select(element => element switch
        {
            IHtmlInputElement { Type: "submit" or "button" } => (string.Empty, string.Empty),
            IHtmlInputElement input => (input.Name ?? string.Empty, Uri.EscapeDataString(input.Type is "checkbox" or "radio" ? string.Empty : input.Value)),
            IHtmlTextAreaElement area => (area.Name ?? string.Empty, Uri.EscapeDataString(area.Value)),
            IHtmlSelectElement select => (select.Name ?? string.Empty, Uri.EscapeDataString(select.Value ?? string.Empty)),
            _ => (string.Empty, string.Empty),
        }).Where(field => field.Item1.Length > 0)];

    private static async Task SendAsync(Visitor visitor, PageSeen page, IHtmlFormElement form, IReadOnlyList<(string Name, string Value)> fields, string name, List<string> faults)
    {
        var target = new Uri(new Uri(visitor.Http.BaseAddress!, page.Path), form.GetAttribute("action") is { Length: > 0 } action ? action : page.Path);
        var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={field.Value}"));
        var reading = form.Method.Equals("get", StringComparison.OrdinalIgnoreCase);
        if (reading && body.Length > 7000)
        {
            return;
        }

        using var request = reading
            ? new HttpRequestMessage(HttpMethod.Get, new Uri(target, "?" + body))
            : new HttpRequestMessage(HttpMethod.Post, target) { Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded") };
        using var answer = await visitor.Http.SendAsync(request);
        var value = fields[^1].Value;
        var what = $"{request.Method} {target.PathAndQuery[..Math.Min(90, target.PathAndQuery.Length)]} {name}={value[..Math.Min(40, value.Length)]}";
        if ((int)answer.StatusCode >= 500)
        {
            faults.Add($"{(int)answer.StatusCode} {what}");
        }

        if ((int)answer.StatusCode == 200)
        {
            await ReadAsync(answer, name, value, what, faults);
        }
    }

    private static async Task ReadAsync(HttpResponseMessage answer, string name, string value, string what, List<string> faults)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var errors = string.Join(' ', document.QuerySelectorAll(".tn-errors, .tn-field__error").Select(element => element.TextContent));
        faults.AddRange(HostileInput.English.Where(word => errors.Contains(word, StringComparison.Ordinal)).Select(word => $"English « {word} » {what}"));
        if (document.QuerySelectorAll("script:not([src])").Any(script => script.GetAttribute("type") is null) || document.QuerySelector("a[href^='javascript:' i]") is not null)
        {
            faults.Add($"Script {what}");
        }

        // Plain text that was refused is still in its field.
        if (errors.Length > 0 && value == HostileInput.Typed && document.QuerySelector($"main [name='{name}']") is { } field && Typed(field) is { } typed && !typed.Contains(Uri.UnescapeDataString(value), StringComparison.Ordinal))
        {
            faults.Add($"Lost {what}");
        }
    }

    private static string? Typed(AngleSharp.Dom.IElement field) => field switch
    {
        IHtmlInputElement { Type: "text" or "search" or "tel" or "email" or "url" } input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
