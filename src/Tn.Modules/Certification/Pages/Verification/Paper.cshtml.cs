using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Certificates;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Verification;

/// <summary>The certificate as a PDF, drawn as of now.</summary>
[EnableRateLimiting(VerificationBudget.PerAddress)]
[ResponseCache(NoStore = true)]
internal sealed class PaperModel(CertificateQueries certificates, VerificationBudget budget, SiteAddress site) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await certificates.FindByCodeAsync(code, cancellationToken) is { } view
            ? File(CertificateSheet.Draw(view, site, Act.At), "application/pdf", $"certificat-{view.Certificate.Number}.pdf")
            : NotFound();
    }
}
