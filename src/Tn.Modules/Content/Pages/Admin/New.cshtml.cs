using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents.Create;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>Beginning a document of a type one may create.</summary>
[Authorize]
internal sealed class NewModel(CreateDocument create, Labels labels) : TnPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty]
    public string? DocumentTitle { get; set; }

    public IReadOnlyList<SelectListItem> Types =>
        [.. ContentTypeCatalogue.All.Where(type => type.Container is null && type.MayCreate(Act)).Select(type => new SelectListItem(labels.Type(type.Name), type.Name))];

    public IActionResult OnGet() => Types.Count == 0 ? Forbid() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Types.Count == 0)
        {
            return Forbid();
        }

        var outcome = await create.CreateAsync(Type, DocumentTitle, Act, cancellationToken);
        if (!outcome.IsRefused(out var refusal))
        {
            return Redirect($"/admin/contenus/{outcome.Value}");
        }

        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal, refusal.Code == "content.type-missing" ? nameof(Type) : nameof(DocumentTitle));
        return Page();
    }
}
