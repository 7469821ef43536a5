using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Certificates;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Verification;

/// <summary>The code field. A code leads to its page, whose address can be kept.</summary>
[EnableRateLimiting(VerificationBudget.PerAddress)]
internal sealed class IndexModel : TnPageModel
{
    [FromQuery]
    public string? Code { get; set; }

    public IActionResult OnGet()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            // The only page that may ask for the camera, to read a QR code.
            Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), interest-cohort=()";
            return Page();
        }

        // What cannot be a code still gets the answer page, with its advice.
        return Redirect($"/verifier/{Uri.EscapeDataString(CertificateCode.Parse(Code) ?? Code.Trim())}");
    }
}
