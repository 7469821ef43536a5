using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>Documents: all of them for a manager, one's own for an author.</summary>
[Authorize]
internal sealed class ContentsModel(DocumentQueries queries, Labels labels) : TnPageModel
{
    public const int Size = 25;

    private static readonly string[] Known =
        [ContentTypes.Course, ContentTypes.Lesson, ContentTypes.TeachingMaterial, ContentTypes.Webinar, ContentTypes.Charter, ContentTypes.Page, ContentTypes.QuestionBank, ContentTypes.Menu, ContentTypes.Home];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public bool SeesAll => Act.Can(Permission.ManageContent);

    public DocumentList List { get; private set; } = new([], 0);

    public IEnumerable<SelectListItem> Types => Known.Select(type => new SelectListItem(labels.Type(type), type)).Prepend(new SelectListItem("Tous", string.Empty));

    public IEnumerable<SelectListItem> States => [new("Tous", string.Empty), new("Publié", "publie"), new("Brouillon", "brouillon")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!SeesAll && !act.Can(Permission.WriteContent))
        {
            return Forbid();
        }

        Number = Math.Clamp(Number, 1, 10_000);
        List = await queries.ListAsync(new DocumentFilter(Q, Type, State, SeesAll ? null : act.Person, Number, Size), cancellationToken);
        return Page();
    }
}
