using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Tn.Network.Directory;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>One search over people, courses, lessons, materials, webinars, centres and pages.</summary>
internal sealed class SearchAllModel(SearchEngine engine, Sentences sentences) : TnPageModel
{
    public const int Size = 20;

    /// <summary>In the order of the tabs.</summary>
    private static readonly string[] Kinds = ["person", "course", "lesson", "material", "webinar", "centre", "page"];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Null while nothing is asked.</summary>
    public SearchResults? Results { get; private set; }

    public IReadOnlyList<FacetLink> Tabs { get; private set; } = [];

    public void OnGet()
    {
        ModelState.Clear();
        Text = SearchQuery.Cut(Text);
        Kind = Kinds.Contains(Kind) ? Kind : null;
        Number = Math.Max(1, Number);
        if (Text.Length == 0)
        {
            return;
        }

        Results = engine.Search(new SearchQuery(Text) { Kinds = Kind is null ? Kinds : [Kind], Page = Number, Size = Size });
        var counts = Results.Facets.Kinds.ToDictionary(count => count.Value, count => count.Count);
        Tabs =
        [
            new(T["Tout"], Kinds.Sum(kind => counts.GetValueOrDefault(kind)), Address(Text, null), Kind is null),
            .. Kinds.Where(kind => counts.ContainsKey(kind) || kind == Kind).Select(kind => new FacetLink(NameOf(kind, many: true), counts.GetValueOrDefault(kind), Address(Text, kind), Kind == kind)),
        ];
    }

    public string NameOf(string kind, bool many = false) => sentences.Of($"search.kind{(many ? "s" : "")}.{kind}");

    public static string Address(string text, string? kind)
    {
        var query = new QueryBuilder { { "q", text } };
        if (kind is not null)
        {
            query.Add("type", kind);
        }

        return "/recherche" + query.ToQueryString();
    }
}
