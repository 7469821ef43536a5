using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Network.Search;
using Tn.Platform.Data;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Network.Directory;

/// <summary>What someone looks for in the directory.</summary>
/// <param name="Type"><c>conseiller</c>, <c>consultant</c>, <c>expert</c>, <c>certifie</c>; all when null.</param>
internal sealed record DirectoryQuery(string Text, IReadOnlyList<string> Axes, string? Department, string? Type, int Page)
{
    public const int Size = 20;
}

/// <summary>Someone found.</summary>
/// <param name="Certificate">In force today, or null.</param>
/// <param name="Reasons">Why this person, in words.</param>
/// <param name="Excerpt">Of the presentation, or null when it is not shown.</param>
internal sealed record PersonFound(PublicProfile Person, CertificateCard? Certificate, IReadOnlyList<string> Reasons, IHtmlContent? Excerpt);

/// <summary>The directory's answer.</summary>
/// <param name="Certified">How many of those found hold a certificate today.</param>
internal sealed record DirectoryAnswer(SearchResults Results, IReadOnlyList<PersonFound> People, int Certified);

/// <summary>
/// Finds people. The index says who might fit; what is shown comes from the profile as it is now, and whether someone is certified
/// from Certification as of today: neither a consent taken back nor a suspended certificate waits for the index.
/// </summary>
internal sealed class DirectorySearch(SearchEngine engine, TnDbContext db, ICertificates certificates, TimeProvider clock, Texts texts)
{
    /// <summary>The type of those whose certificate holds today.</summary>
    public const string CertifiedType = "certifie";

    /// <summary>Types as addresses name them.</summary>
    private static readonly Dictionary<string, NetworkKind> Kinds = new()
    {
        ["conseiller"] = NetworkKind.Advisor,
        ["consultant"] = NetworkKind.Consultant,
        ["expert"] = NetworkKind.Expert,
    };

    public static string? KindOf(string? type) => type is not null && Kinds.TryGetValue(type, out var kind) ? PersonSource.CategoryOf(kind) : null;

    public static string TypeOf(string category) => Kinds.FirstOrDefault(pair => PersonSource.CategoryOf(pair.Value) == category).Key ?? category;

    public async Task<DirectoryAnswer> FindAsync(DirectoryQuery query, CancellationToken cancellationToken)
    {
        var valid = await certificates.ValidAsync(French.Day(clock.GetUtcNow()), cancellationToken);
        var holders = valid.Keys.Select(person => person.ToString()).ToList();
        var open = new SearchQuery(query.Text)
        {
            Kinds = [NetworkKinds.Person],
            Axes = query.Axes,
            Departments = query.Department is null ? [] : [query.Department],
            CountedIds = holders,
            Page = query.Page,
            Size = DirectoryQuery.Size,
        };
        var typed = query.Type == CertifiedType
            ? open with { OnlyIds = holders }
            : open with { Categories = KindOf(query.Type) is { } category ? [category] : [] };
        var results = engine.Search(typed);
        return new DirectoryAnswer(results, await PeopleAsync(results, valid, query, cancellationToken), results.Counted);
    }

    private async Task<IReadOnlyList<PersonFound>> PeopleAsync(
        SearchResults results, IReadOnlyDictionary<PersonId, CertificateCard> valid, DirectoryQuery query, CancellationToken cancellationToken)
    {
        var ids = results.Hits.Select(hit => new PersonId(Guid.Parse(hit.Id))).ToList();
        var profiles = await db.Set<NetworkProfile>().AsNoTracking().Where(profile => ids.Contains(profile.Person)).ToDictionaryAsync(profile => profile.Person, cancellationToken);
        return
        [
            .. results.Hits
                .Select(hit => (Hit: hit, Person: profiles.GetValueOrDefault(new PersonId(Guid.Parse(hit.Id)))?.AsPublic()))
                .Where(pair => pair.Person is not null)
                .Select(pair => new PersonFound(
                    pair.Person!,
                    valid.GetValueOrDefault(pair.Person!.Person),
                    Reasons(pair.Person!, pair.Hit, query),
                    pair.Person!.Presentation is null ? null : pair.Hit.Excerpt)),
        ];
    }

    private List<string> Reasons(PublicProfile person, SearchHit hit, DirectoryQuery query)
    {
        var reasons = hit.Why.Select(match => Reason(person, match.Found)).OfType<string>().ToList();
        if (query.Department is { } department && person.Departments.Contains(department))
        {
            reasons.Add(texts[$"Intervient dans le département {Departments.NameOf(department)}"]);
        }

        reasons.AddRange(query.Axes.Where(person.Axes.Contains).Select(axis => texts[$"Accompagne sur le thème « {texts[Axes.NameOf(axis)]} »"]));
        return [.. reasons.Distinct()];
    }

    // A word that the index still has and the profile no longer shows is no reason.
    private string? Reason(PublicProfile person, string word)
    {
        bool Holds(string? text) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

        return person.Commune is { } commune && Holds(commune) ? texts[$"Travaille à {commune}"]
            : person.Departments.Select(Departments.NameOf).FirstOrDefault(Holds) is { } department ? texts[$"Intervient dans le département {department}"]
            : person.Axes.Select(Axes.NameOf).FirstOrDefault(Holds) is { } axis ? texts[$"Accompagne sur le thème « {texts[axis]} »"]
            : Holds(person.Presentation) || Holds(person.Line) || person.Languages.Any(Holds) ? texts[$"Sa fiche parle de « {word} »"]
            : null;
    }
}
