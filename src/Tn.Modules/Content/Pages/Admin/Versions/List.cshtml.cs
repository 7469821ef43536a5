using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Versions;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Versions;

/// <summary>All versions of an item. For its owner and for managers.</summary>
[Authorize]
internal sealed class ListModel(DocumentQueries documents, VersionQueries queries, Sentences sentences) : DocumentPageModel(documents)
{
    public const int Size = 30;

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

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
        if (await EnterAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Number = Math.Clamp(Number, 1, 100_000);
        Versions = await queries.ListAsync(ItemId, Number, Size, cancellationToken);
        return Page();
    }
}
