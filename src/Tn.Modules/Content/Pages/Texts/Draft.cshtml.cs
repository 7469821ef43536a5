using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Share;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Texts;

/// <summary>A version shown by a signed link, to whoever holds it. A link that is over, or a deleted document, is not found.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DraftModel(DocumentQueries documents, ShareLink links) : TnPageModel
{
    [FromRoute]
    public string Token { get; init; } = string.Empty;

    public ContentVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // A bank's questions are the certification's: no link shows them.
        if (links.VersionOf(Token) is not { } id
            || await documents.FindAsync(id, cancellationToken) is not { } version
            || version.ContentType == ContentTypes.QuestionBank
            || (await documents.LatestAsync(version.ItemId, cancellationToken))?.DeletedUtc is not null)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Version = version;
        return Page();
    }
}
