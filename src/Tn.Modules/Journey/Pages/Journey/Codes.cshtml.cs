using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Census;
using Tn.Journey.Census.Codes;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>Looks official codes up: as a page, and as the suggestions of a field.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CodesModel : TnPageModel
{
    public const int Most = 30;
    private const int MostSuggested = 10;
    private const int LongestQuery = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Query { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "liste")]
    public string? List { get; set; }

    public IReadOnlyList<OfficialCode> Found { get; private set; } = [];

    public string ListName => IsActivities ? "naf" : "communes";

    public string Title => IsActivities ? T["Chercher un code NAF"] : T["Chercher le code d’une commune"];

    public string Label => IsActivities ? T["Activité, par exemple : conseil informatique"] : T["Nom de la commune"];

    public string Vintage => IsActivities ? OfficialCodes.ActivityVintage : OfficialCodes.GeographyVintage;

    private bool IsActivities => List == "naf";

    public void OnGet() => Found = Search(Most);

    public JsonResult OnGetSuggest() => new(Search(MostSuggested));

    private IReadOnlyList<OfficialCode> Search(int most)
    {
        // A box left empty is bound as null.
        Query = Text.Cut(Query ?? string.Empty, LongestQuery).Trim();
        return (IsActivities ? OfficialCodes.Activities : OfficialCodes.Communes).Search(Query, most);
    }
}
