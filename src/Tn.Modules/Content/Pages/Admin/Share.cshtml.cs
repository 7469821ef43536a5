using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Share;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>Making a link that shows the latest version to somebody without an account. For its owner and for managers.</summary>
[Authorize]
internal sealed class ShareModel(DocumentQueries documents, ShareLink links) : DocumentPageModel(documents)
{
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await EnterAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await EnterAsync(cancellationToken);
        if (answer is null)
        {
            Link = $"{Request.Scheme}://{Request.Host}/apercu/{links.TokenOf(Latest.VersionId)}";
        }

        return answer ?? Page();
    }
}
