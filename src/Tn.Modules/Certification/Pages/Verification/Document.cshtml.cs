using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Credentials.Check;
using Tn.Certification.Verification;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Verification;

/// <summary>Checks a file handed in: the signature, then what the register says now. Nothing of it is kept.</summary>
[EnableRateLimiting(VerificationBudget.Documents)]
[ResponseCache(NoStore = true)]
internal sealed class DocumentModel(CheckDocument check, VerificationBudget budget) : TnPageModel
{
    [BindProperty]
    public IFormFile? Document { get; set; }

    public DocumentAnswer? Answer { get; private set; }

    public CertificateStanding Standing { get; private set; }

    /// <summary>What is known of the file itself.</summary>
    public string Signature => Answer switch
    {
        { Seal: SealFinding.Intact } => T["Cachet intact : ce papier vient du programme et n’a pas été modifié. Il dit ce qui valait le jour où il a été tiré ; voici ce que le registre dit aujourd’hui."],
        { Kind: DocumentKind.Pdf } => T["Ce papier désigne le certificat ci-dessous, mais ne porte pas le cachet du programme : il peut avoir été retouché. Seul compte ce que le registre en dit."],
        { Proven.Key: { RetiredAt: not null } key } => T[$"Signature valable : signé par le programme (clé {key.Name}, retirée depuis, mais qui vérifie toujours), et non modifié."],
        { Proven.Key: { } key } => T[$"Signature valable : signé par le programme (clé {key.Name}), et non modifié."],
        _ => string.Empty,
    };

    /// <summary>What holds today, in a sentence.</summary>
    public string Now => StandingWords.Of(T, Answer!.Certificate!.Certificate, Standing);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!budget.TryTake())
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (Document is null || Document.Length == 0)
        {
            Explain(new Refusal("credentials.no-document"), "Document");
            return Page();
        }

        Answer = await check.AnswerAsync(await ReadAsync(Document, cancellationToken), cancellationToken);
        Standing = Answer.Certificate?.StandingOn(French.Day(Act.At)) ?? default;
        return Page();
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        // One byte over the limit is enough to refuse it.
        var bytes = new byte[Math.Min(file.Length, CheckDocument.MaximumBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
