using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Versions;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Versions;

/// <summary>All versions of an item. For its owner and for managers.</summary>
[Authorize]
internal sealed class ListModel(DocumentQueries documents, VersionQueries queries, Sentences sentences) : TnPageModel
{
    public const int Size = 30;

    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public ContentVersion Latest { get; private set; } = null!;

    public VersionPage Versions { get; private set; } = new([], 0);

    public static string Kind(VersionState state) => state switch
    {
        VersionState.Published => "success",
        VersionState.Draft => "info",
        _ => "neutral",
    };

    public string Name(VersionState state) => sentences.Of($"content.version.{state}".ToLowerInvariant());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
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
        Number = Math.Clamp(Number, 1, 100_000);
        Versions = await queries.ListAsync(ItemId, Number, Size, cancellationToken);
        return Page();
    }
}
