using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Certificates;
using Tn.Certification.Verification;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Verification;

/// <summary>What a business owner reads of a certificate, as of now. Never cached: a standing can change at any minute.</summary>
[EnableRateLimiting(VerificationBudget.PerAddress)]
[ResponseCache(NoStore = true)]
internal sealed class AnswerModel(CertificateQueries certificates, VerificationBudget budget) : TnPageModel
{
    [FromRoute(Name = "code")]
    public string Typed { get; set; } = string.Empty;

    public CertificateView? View { get; private set; }

    public CertificateStanding Standing { get; private set; }

    public DateTimeOffset CheckedAt { get; private set; }

    public bool IsIntact { get; private set; }

    /// <summary>Last day of the certificate before, when a time without one followed.</summary>
    public DateOnly? Gap { get; private set; }

    /// <summary>The answer in one line.</summary>
    public string Answer => StandingWords.Of(T, View!.Certificate, Standing);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        CheckedAt = Act.At;
        View = await certificates.FindByCodeAsync(Typed, cancellationToken);
        if (View is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Standing = View.StandingOn(French.Day(CheckedAt));
        IsIntact = CertificateFact.IsIntact(View.Facts);
        Gap = await certificates.GapBeforeAsync(View.Certificate, cancellationToken);
        return Page();
    }
}
