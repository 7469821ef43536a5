using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Restore;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>One version as it reads, what separates it from the public one, and the way to take it up again. For its owner and for managers.</summary>
[Authorize]
internal sealed class VersionModel(DocumentQueries queries, RestoreVersion restore) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [FromRoute]
    public string VersionId { get; init; } = string.Empty;

    [BindProperty]
    public string? Comment { get; set; }

    public ContentVersion Version { get; private set; } = null!;

    /// <summary>The version one would restore over.</summary>
    public string LatestId { get; private set; } = string.Empty;

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? Page();

    /// <summary>Makes this version's text the latest draft.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = await restore.RestoreAsync(new RestoreInput(ItemId, VersionId, Comment?.Trim() ?? string.Empty), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "content.comment-too-long" ? nameof(Comment) : string.Empty);
            return Page();
        }

        Confirm(outcome.Value.IsNew ? T["La version est reprise comme nouveau brouillon. Envoyez-la au comité quand elle est prête."] : T["Le brouillon dit déjà la même chose : aucune version nouvelle."]);
        return Redirect($"/admin/contenus/{ItemId}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        if (await queries.FindAsync(VersionId, cancellationToken) is not { } version || version.ItemId != ItemId)
        {
            return NotFound();
        }

        if (!DocumentDoor.Opens(act, version))
        {
            return Forbid();
        }

        Version = version;
        LatestId = (await queries.LatestAsync(ItemId, cancellationToken))!.VersionId;
        var published = await queries.PublishedAsync(ItemId, cancellationToken);
        Changes = published is null || published.VersionId == VersionId ? [] : TextChanges.Between(published.Parts.Source, version.Parts.Source);
        return null;
    }
}
