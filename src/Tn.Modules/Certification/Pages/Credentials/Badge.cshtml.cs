using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Credentials.Badges;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>The badge with its credential inside, to be put on a site or in a wallet.</summary>
[EnableRateLimiting(VerificationBudget.Credentials)]
[ResponseCache(NoStore = true)]
internal sealed class BadgeModel(CredentialQueries credentials, VerificationBudget budget) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string format, CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (format is not ("png" or "svg") || await credentials.FindAsync(code, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        var name = $"badge-{view.Number}.{format}";
        return format == "png"
            ? File(BakedPng.Bake(BadgeImage.Png(), view.Credential.Jwt), "image/png", name)
            : File(Encoding.UTF8.GetBytes(BakedSvg.Bake($"Certificat {view.Number}", view.Credential.Jwt)), "image/svg+xml", name);
    }
}
