using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Certificates;
using Tn.Certification.Verification;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Verification;

/// <summary>The certificate as a PDF, drawn and sealed as of now: the seal costs little beside the drawing, and the paper says its date.</summary>
[EnableRateLimiting(VerificationBudget.PerAddress)]
[ResponseCache(NoStore = true)]
internal sealed class PaperModel(CertificateQueries certificates, VerificationBudget budget, SiteAddress site, PdfSeal seal) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await certificates.FindByCodeAsync(code, cancellationToken) is { } view
            ? File(seal.Seal(CertificateSheet.Draw(view, site, Act.At), $"Certificat {view.Certificate.Number}", Act.At), "application/pdf", $"certificat-{view.Certificate.Number}.pdf")
            : NotFound();
    }
}
