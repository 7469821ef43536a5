using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Versions;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Versions;

/// <summary>Two versions of an item, as words, as fields and as questions. For its owner and for managers.</summary>
[Authorize]
internal sealed class CompareModel(CompareVersions compare, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [FromQuery(Name = "de")]
    public string? Before { get; init; }

    [FromQuery(Name = "vers")]
    public string? After { get; init; }

    public VersionComparison Comparison { get; private set; } = null!;

    /// <summary>A field's French name, or its stored one when nobody has named it yet.</summary>
    public string NameOf(FieldChange change) => sentences.Find(change.Code) ?? $"{change.Part}, {change.Field}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        if (await compare.FindAsync(ItemId, Before ?? string.Empty, After ?? string.Empty, cancellationToken) is not { } comparison)
        {
            return NotFound();
        }

        if (!DocumentDoor.Opens(act, comparison.After))
        {
            return Forbid();
        }

        Comparison = comparison;
        return Page();
    }
}
