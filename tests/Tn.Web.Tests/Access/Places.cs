using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests.Access;

/// <summary>
/// Real values for the <c>{placeholders}</c> of the matrix, found by following links as a person would.
/// « own » is the column's own consultant, consultant.certifie; « other » is somebody else's.
/// </summary>
internal sealed partial class Places
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Places()
    {
    }

    /// <summary>Reads all places from a site with its demonstration; closes one account and hands one document over, so that such things exist.</summary>
    public static async Task<Places> ReadAsync(TestSite site)
    {
        var places = new Places();
        await places.ReadConsultantAsync(site, "own", "consultant.certifie@demo.test");
        await places.ReadConsultantAsync(site, "other", "consultant.suspendu@demo.test");
        await places.ReadCommitteesAsync(site);
        await places.ReadPeopleAsync(site);
        await places.ReadDocumentsAsync(site);
        await places.ReadPublicAsync(site);
        return places;
    }

    /// <summary>The address with its placeholders filled in.</summary>
    public string Fill(string address) => Placeholder().Replace(address, match => values.TryGetValue(match.Groups["name"].Value, out var value)
        ? value
        : throw new InvalidOperationException($"No place is called {match.Value}; known are {string.Join(", ", values.Keys)}."));

    private async Task ReadConsultantAsync(TestSite site, string whose, string email)
    {
        using var consultant = await site.Visit().SignInAsync(email);
        await KeepAsync(consultant, $"{whose}-sitting", "/mon-parcours/epreuve", "/mon-parcours/epreuve/(?<value>[0-9a-f-]{36})/resultat");
        await KeepAsync(consultant, $"{whose}-receipt", "/mon-parcours", "/mon-parcours/charte/recepisse/(?<value>[0-9a-f-]{36})");
        await KeepAsync(consultant, $"{whose}-statement", "/mon-espace/formations", "/mon-espace/attestations/(?<value>[^\"/]+)\"");
        await KeepAsync(consultant, $"{whose}-certificate", "/mon-parcours/certificat", "/verifier/(?<value>[^\"/]+)\"");
    }

    private async Task ReadCommitteesAsync(TestSite site)
    {
        using var instructor = await site.Visit().SignInAsync("partenaires1@demo.test");
        await KeepAsync(instructor, "dossier", "/comites/partenaires-prives?etat=Suspended", "/comites/partenaires-prives/(?<value>C-[^\"/?]+)\"");
        await KeepAsync(instructor, "proven-dossier", "/comites/partenaires-prives?etat=CharterToSign", "/comites/partenaires-prives/(?<value>C-[^\"/?]+)\"");
        await KeepAsync(instructor, "other-paper", $"/comites/partenaires-prives/{values["proven-dossier"]}/papiers", "/papiers/(?<value>[0-9a-f-]{36})\"");
        await KeepAsync(instructor, "exam-session", "/comites/partenaires-prives/seances", "/epreuves/seances/(?<value>[0-9a-f-]{36})\"");
        using var juror = await site.Visit().SignInAsync("jury1@demo.test");
        await KeepAsync(juror, "open-case", "/comites/jury", "/comites/jury/(?<value>[0-9a-f-]{36})\"");
        var oldest = Matches(await juror.GetAsync("/comites/jury"), "/comites/jury/seances/(?<value>[0-9a-f-]{36})\"")[^1];
        values["meeting"] = oldest;
        await KeepAsync(juror, "decided-case", $"/comites/jury/seances/{oldest}", "/comites/jury/(?<value>[0-9a-f-]{36})\"");
        using var reviewer = await site.Visit().SignInAsync("pedago1@demo.test");
        var submissions = Matches(await reviewer.GetAsync("/comites/pedagogique"), "/comites/pedagogique/(?<value>[0-9a-f-]{36})\"");
        (values["submission"], values["decided-submission"]) = (submissions[0], submissions[^1]);
        await KeepAsync(reviewer, "passage", $"/comites/pedagogique/{values["submission"]}", "/comites/pedagogique/[0-9a-f-]{36}/discussion\\?handler=Open&amp;(?<value>doc=[0-9a-z]{26}&amp;passage=p-[0-9a-f]+-[0-9]+)\"");
        values["passage"] = values["passage"].Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private async Task ReadPeopleAsync(TestSite site)
    {
        using var administrator = await site.Visit().SignInAsync("admin@demo.test");
        await KeepAsync(administrator, "person", "/admin/utilisateurs?q=conseiller59", "/admin/utilisateurs/(?<value>[0-9a-f-]{36})");
        await KeepAsync(administrator, "closed-person", "/admin/utilisateurs?q=conseiller60", "/admin/utilisateurs/(?<value>[0-9a-f-]{36})");
        var sheet = await administrator.GetAsync($"/admin/utilisateurs/{values["closed-person"]}");
        await administrator.SubmitAsync(sheet, "form[action*='handler=Lock' i]");
    }

    private async Task ReadDocumentsAsync(TestSite site)
    {
        using var author = await site.Visit().SignInAsync("auteur@demo.test");
        var items = Matches(await author.GetAsync("/admin/contenus?etat=publie&type=TeachingMaterial"), "/admin/contenus/(?<value>[0-9a-z]{26})\"").Distinct().ToList();
        (values["own-item"], values["other-item"]) = (items[0], items[1]);
        await KeepAsync(author, "own-version", $"/admin/contenus/{items[0]}/versions", "/admin/contenus/[^\"/]+/versions/(?<value>[^\"/?]+)\"");
        await KeepAsync(author, "other-version", $"/admin/contenus/{items[1]}/versions", "/admin/contenus/[^\"/]+/versions/(?<value>[^\"/?]+)\"");
        var banks = Matches(await author.GetAsync("/admin/contenus?type=QuestionBank"), "/admin/contenus/(?<value>[0-9a-z]{26})\"").Distinct().ToList();
        (values["own-bank"], values["other-bank"]) = (banks[0], banks[1]);

        // All of the demonstration is one author's: the second document goes to somebody else.
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database
            .ExecuteSqlAsync($"UPDATE content_versions SET \"Owner\" = {Guid.NewGuid()} WHERE \"ItemId\" IN ({items[1]}, {banks[1]})");
    }

    private async Task ReadPublicAsync(TestSite site)
    {
        using var visitor = site.Visit();
        await KeepAsync(visitor, "profile", "/annuaire", "/annuaire/(?<value>[^\"/?]+)\"");
        await KeepAsync(visitor, "centre", "/centres", "/centres/(?<value>[^\"/?]+)\"");
        // Not the first: that one is the author’s own document, which a row takes off the site.
        values["material"] = Matches(await visitor.GetAsync("/ressources"), "/ressources/(?<value>[^\"/?]+)\"")[^1];
        await KeepAsync(visitor, "charter", "/charte", "/charte/(?<value>[^\"/?]+)\"");
        await KeepAsync(visitor, "charter-version", $"/charte/{values["charter"]}", "/charte/(?<value>[0-9a-z]{26})\"");
        await KeepAsync(visitor, "past-webinar", "/webinaires?quand=passes", "/webinaires/(?<value>[^\"/?]+)\"");
    }

    private async Task KeepAsync(Visitor visitor, string name, string page, string link)
    {
        var seen = await visitor.GetAsync(page);
        values[name] = Matches(seen, link) is [var first, ..]
            ? first
            : throw new InvalidOperationException($"No {name} at {page}: {((int)seen.Status).ToString(CultureInfo.InvariantCulture)} {seen.Text}");
    }

    private static IReadOnlyList<string> Matches(PageSeen page, string link) =>
        [.. Regex.Matches(page.Body, $"(href|action)=\"{link}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["value"].Value)];

    [GeneratedRegex(@"\{(?<name>[a-z-]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
