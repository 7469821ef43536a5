using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Identity.Administration;
using Tn.Identity.People;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Admin;

[Needs(Permission.ManagePeople)]
internal sealed class PeopleModel(PeopleQueries people, Sentences sentences) : TnPageModel
{
    public int Size => 30;

    /// <summary>Words looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<PersonLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles =>
    [
        new(T["Tous les rôles"], string.Empty),
        .. Enum.GetValues<Role>().Select(role => new SelectListItem(NameOf(role), role.ToString(), role == Role)),
    ];

    public string NameOf(Role role) => sentences.OfRole(role);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        var found = await people.ListAsync(Filter, Role, PageNumber, Size, Act, cancellationToken);
        if (found.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        (Lines, Total) = found.Value;
        return Page();
    }
}
