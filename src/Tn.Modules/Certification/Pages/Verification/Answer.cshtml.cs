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
    public string Answer => (Standing, View!.Certificate) switch
    {
        (CertificateStanding.Valid, var one) => $"{one.HolderName} est titulaire d’un certificat valable aujourd’hui.",
        (CertificateStanding.ValidOnProbation, var one) => $"{one.HolderName} est titulaire d’un certificat probatoire, valable aujourd’hui.",
        (CertificateStanding.NotYetValid, var one) => $"Ce certificat vaudra à partir du {French.ShortDate(one.From)}.",
        (CertificateStanding.Expired, var one) => $"Ce certificat ne vaut plus depuis le {French.ShortDate(one.Until.AddDays(1))}.",
        (CertificateStanding.Suspended, _) => "Ce certificat est suspendu : il ne vaut pas aujourd’hui.",
        _ => "Ce certificat a été retiré : il ne vaut plus.",
    };

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
