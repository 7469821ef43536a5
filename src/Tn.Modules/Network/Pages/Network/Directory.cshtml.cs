using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Network.Centres;
using Tn.Network.Directory;
using Tn.Network.Profiles;
using Tn.Network.Search;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>Who can help, near here, with this: one box, then choices with their counts.</summary>
internal sealed class DirectoryModel(DirectorySearch search, CentreList centres, Sentences sentences) : TnPageModel
{
    private const int MostDepartmentsShown = 12;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "axe")]
    public List<string> Axis { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public DirectoryAnswer Answer { get; private set; } = null!;

    public IReadOnlyList<FacetGroup> Facets { get; private set; } = [];

    /// <summary>Whom to ask when nobody is found.</summary>
    public IReadOnlyList<ResourceCentre> Centres { get; private set; } = [];

    public IEnumerable<SelectListItem> DepartmentChoices =>
        Departments.All.Select(one => new SelectListItem(one.Label, one.Code)).Prepend(new SelectListItem(T["Toute la France"], string.Empty));

    public DirectoryAddress Address => new(Text, Axis, Department, Type);

    public bool IsFiltered => Axis.Count > 0 || Department is not null || Type is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        KeepKnownChoices();
        Answer = await search.FindAsync(new DirectoryQuery(Text ?? string.Empty, Axis, Department, Type, Number), cancellationToken);
        Facets = Group(Answer.Results.Facets);
        if (Answer.Results.Total == 0 && Department is not null)
        {
            Centres = await centres.InDepartmentAsync(Department, cancellationToken);
        }
    }

    /// <summary>The kind's name, as shown.</summary>
    public string NameOf(NetworkKind kind) => sentences.Of($"network.kind.{PersonSource.CategoryOf(kind)}");

    // An address typed by hand never fails: what it names and does not exist is left out.
    private void KeepKnownChoices()
    {
        Text = SearchQuery.Cut(Text);
        Axis = [.. Axis.Where(axis => Axes.Find(axis) is not null).Distinct()];
        Department = Departments.Find(Department)?.Code;
        Type = Type == DirectorySearch.CertifiedType || DirectorySearch.KindOf(Type) is not null ? Type : null;
        Number = Math.Max(1, Number);
    }

    private IReadOnlyList<FacetGroup> Group(SearchFacets facets) =>
    [
        new(T["Type"], [.. TypeLinks(facets)]),
        new(T["Thème"], [.. facets.Axes.Select(count => new FacetLink(T[Axes.NameOf(count.Value)], count.Count, Address.ToggleAxis(count.Value), Axis.Contains(count.Value)))]),
        new(T["Département"], [.. facets.Departments
            .Where((count, rank) => rank < MostDepartmentsShown || count.Value == Department)
            .Select(count => new FacetLink(Departments.NameOf(count.Value), count.Count, Address.ToggleDepartment(count.Value), Department == count.Value))]),
    ];

    private IEnumerable<FacetLink> TypeLinks(SearchFacets facets)
    {
        if (Type != DirectorySearch.CertifiedType)
        {
            foreach (var count in facets.Categories)
            {
                var type = DirectorySearch.TypeOf(count.Value);
                yield return new FacetLink(sentences.Of($"network.kinds.{count.Value}"), count.Count, Address.ToggleType(type), Type == type);
            }
        }

        if (Answer.Certified > 0 || Type == DirectorySearch.CertifiedType)
        {
            yield return new FacetLink(T["Consultants certifiés"], Answer.Certified, Address.ToggleType(DirectorySearch.CertifiedType), Type == DirectorySearch.CertifiedType);
        }
    }
}
