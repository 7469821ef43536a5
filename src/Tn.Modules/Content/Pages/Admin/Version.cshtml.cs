using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>One version as it reads, and what separates it from the public one. For its owner and for managers.</summary>
[Authorize]
internal sealed class VersionModel(DocumentQueries queries) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [FromRoute]
    public string VersionId { get; init; } = string.Empty;

    public ContentVersion Version { get; private set; } = null!;

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!act.Can(Permission.WriteContent) && !act.Can(Permission.ManageContent))
        {
            return Forbid();
        }

        if (await queries.FindAsync(VersionId, cancellationToken) is not { } version || version.ItemId != ItemId)
        {
            return NotFound();
        }

        if (version.Owner != act.Person && !act.Can(Permission.ManageContent))
        {
            return Forbid();
        }

        Version = version;
        var published = await queries.PublishedAsync(ItemId, cancellationToken);
        Changes = published is null || published.VersionId == VersionId ? [] : TextChanges.Between(published.Parts.Source, version.Parts.Source);
        return Page();
    }
}
