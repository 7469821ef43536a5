using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>A credential at its own address: a page for people, the signed forms for programs, chosen by what the request accepts.</summary>
[EnableRateLimiting(VerificationBudget.Credentials)]
[ResponseCache(NoStore = true)]
internal sealed class CredentialModel(CredentialQueries credentials, VerificationBudget budget) : TnPageModel
{
    /// <summary><c>jwt</c> or <c>json</c>: a download, for a link cannot say what it accepts.</summary>
    [FromQuery]
    public string? Format { get; set; }

    public CredentialView? View { get; private set; }

    public CertificateStanding Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        View = await credentials.FindAsync(code, cancellationToken);
        if (View is null)
        {
            return NotFound();
        }

        Response.Headers.Vary = "Accept";
        return Format switch
        {
            "jwt" => File(System.Text.Encoding.ASCII.GetBytes(View.Credential.Jwt), OpenAnswer.TokenType, $"certificat-{View.Number}.jwt"),
            "json" => File(System.Text.Encoding.UTF8.GetBytes(View.Credential.Document), OpenAnswer.LinkedData, $"certificat-{View.Number}.json"),
            _ => Negotiated(View),
        };
    }

    private IActionResult Negotiated(CredentialView view)
    {
        var type = Request.Preferred("text/html", OpenAnswer.LinkedData, OpenAnswer.TokenType, "application/vc+ld+json", "application/ld+json", OpenAnswer.Json);
        if (type is null or "text/html")
        {
            Standing = view.Certificate.StandingOn(French.Day(Act.At));
            return Page();
        }

        Response.OpenToAll();
        return Content(type == OpenAnswer.TokenType ? view.Credential.Jwt : view.Credential.Document, type);
    }
}
