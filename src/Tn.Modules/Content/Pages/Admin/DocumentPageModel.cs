using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>A page about one document, behind <see cref="DocumentDoor"/>.</summary>
internal abstract class DocumentPageModel(DocumentQueries documents) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    /// <summary>The document's latest version, once <see cref="EnterAsync"/> let the person in.</summary>
    public ContentVersion Latest { get; private set; } = null!;

    protected DocumentQueries Documents => documents;

    /// <summary>Null when the person may go on; else 403 before anything is looked for, 404, or 403.</summary>
    protected async Task<IActionResult?> EnterAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        if (await documents.LatestAsync(ItemId, cancellationToken) is not { } latest)
        {
            return NotFound();
        }

        Latest = latest;
        return DocumentDoor.Opens(act, latest) ? null : Forbid();
    }
}
