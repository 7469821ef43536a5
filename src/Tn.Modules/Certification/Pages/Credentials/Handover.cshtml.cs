using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Credentials.Handover;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>One file that checks itself without a network, as of the moment it was made.</summary>
[EnableRateLimiting(VerificationBudget.Credentials)]
[ResponseCache(NoStore = true)]
internal sealed class HandoverModel(CredentialQueries credentials, HandoverFile handover, VerificationBudget budget) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await credentials.FindAsync(code, cancellationToken) is { } view
            ? File(await handover.MakeAsync(view, Act.At, cancellationToken), "text/html; charset=utf-8", $"certificat-{view.Number}.html")
            : NotFound();
    }
}
