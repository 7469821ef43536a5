using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>Documents: all of them for a manager, one's own for an author.</summary>
[Authorize]
internal sealed class ContentsModel(DocumentQueries queries, IPeople people, Labels labels) : TnPageModel
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "axe")]
    public string? Axis { get; set; }

    /// <summary><c>moi</c>, a person's id, or nothing for all.</summary>
    [BindProperty(SupportsGet = true, Name = "proprietaire")]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true, Name = "relire")]
    public string? ReviewBefore { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? Sort { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public bool SeesAll => Act.Can(Permission.ManageContent);

    public bool MayWrite => ContentTypeCatalogue.All.Any(type => type.MayCreate(Act));

    public DocumentList List { get; private set; } = new([], 0);

    /// <summary>The owners' names, by id.</summary>
    public IReadOnlyDictionary<PersonId, PersonCard> Owners { get; private set; } = new Dictionary<PersonId, PersonCard>();

    public IEnumerable<SelectListItem> Types => ContentTypeCatalogue.All.Select(type => new SelectListItem(labels.Type(type.Name), type.Name)).Prepend(new SelectListItem(T["Tous"], string.Empty));

    public IEnumerable<SelectListItem> States =>
        [new(T["Tous"], string.Empty), new(T["Publié"], DocumentFilter.Published), new(T["Brouillon"], DocumentFilter.Draft), new(T["Supprimé"], DocumentFilter.Deleted)];

    public IEnumerable<SelectListItem> AxisItems => Axes.All.Select(axis => new SelectListItem(T[axis.Name], axis.Key)).Prepend(new SelectListItem(T["Tous"], string.Empty));

    public IEnumerable<SelectListItem> OwnerItems =>
        IsOfAPerson ? [new(T["Tous"], string.Empty), new(T["Moi"], "moi"), new(T["Cette personne"], Owner!)] : [new(T["Tous"], string.Empty), new(T["Moi"], "moi")];

    public IEnumerable<SelectListItem> Sorts => [new(T["Dernier modifié"], string.Empty), new(T["Titre"], "titre"), new(T["À relire d’abord"], "relire")];

    private bool IsOfAPerson => Guid.TryParse(Owner, out _);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!SeesAll && !act.Can(Permission.WriteContent))
        {
            return Forbid();
        }

        Number = Math.Clamp(Number, 1, 10_000);
        var filter = new DocumentFilter(Q, Type, State, OwnerOf(act), Number, Size)
        {
            Axis = Axis,
            ReviewBefore = FieldText.Day(ReviewBefore ?? string.Empty),
            Sort = Sort switch { "titre" => DocumentSort.Title, "relire" => DocumentSort.ReviewBy, _ => DocumentSort.Modified },
        };
        List = await queries.ListAsync(filter, cancellationToken);
        Owners = await people.FindManyAsync([.. List.Items.Select(line => line.Owner).OfType<PersonId>().Distinct()], cancellationToken);
        return Page();
    }

    private PersonId? OwnerOf(ActContext act) => !SeesAll || Owner == "moi" ? act.Person
        : Guid.TryParse(Owner, out var id) ? new PersonId(id) : null;
}
