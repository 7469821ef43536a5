using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Share;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>Making a link that shows the latest version to somebody without an account. For its owner and for managers.</summary>
[Authorize]
internal sealed class ShareModel(DocumentQueries documents, ShareLink links) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    public ContentVersion Latest { get; private set; } = null!;

    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await LoadAsync(cancellationToken);
        if (answer is null)
        {
            Link = $"{Request.Scheme}://{Request.Host}/apercu/{links.TokenOf(Latest.VersionId)}";
        }

        return answer ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
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

        if (!DocumentDoor.Opens(act, latest))
        {
            return Forbid();
        }

        Latest = latest;
        return null;
    }
}
