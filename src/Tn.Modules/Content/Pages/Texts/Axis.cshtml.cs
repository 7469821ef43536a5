using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Texts;

/// <summary>What an axis covers, and where to go from it.</summary>
[OutputCache(PolicyName = "Published")]
internal sealed class AxisModel(IPublishedDocuments documents) : TnPageModel
{
    [FromRoute]
    public string Slug { get; init; } = string.Empty;

    public PublishedDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(ContentTypes.Axis, Slug, cancellationToken) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        return Page();
    }
}
