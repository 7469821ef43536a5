using System.Text;
using System.Text.RegularExpressions;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Badges;
using Tn.Platform.Seals;

namespace Tn.Certification.Credentials.Check;

/// <summary>What a document handed in is worth now.</summary>
/// <param name="Problem">Why its signature does not hold, or null.</param>
/// <param name="Proven">The unaltered document, or null when it carries none (a PDF) or its signature does not hold.</param>
/// <param name="Certificate">What the register says now of the code it carries; null when the register has none.</param>
internal sealed record DocumentAnswer(DocumentKind Kind, Refusal? Problem, Proven? Proven, CertificateView? Certificate)
{
    /// <summary>What the seal of a PDF says.</summary>
    public SealFinding Seal { get; init; }
}

/// <summary>Reads a credential, a badge or our PDF, checks the signature, and asks the register what holds now. Everything handed in is hostile.</summary>
internal sealed partial class CheckDocument(SignatureCheck signatures, PdfSealCheck seals, CertificateQueries certificates)
{
    /// <summary>Largest file looked at.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>Answers for any bytes; never throws for what they hold.</summary>
    public async Task<DocumentAnswer> AnswerAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var kind = DocumentKinds.Of(bytes);
        if (bytes.Length > MaximumBytes)
        {
            return Refused(kind, "credentials.too-long");
        }

        return kind switch
        {
            DocumentKind.Pdf => await OfPaperAsync(bytes, cancellationToken),
            DocumentKind.Png => await OfTextAsync(kind, BakedPng.Read(bytes), cancellationToken),
            DocumentKind.Svg => await OfTextAsync(kind, BakedSvg.Read(bytes), cancellationToken),
            DocumentKind.Json or DocumentKind.Token => await OfTextAsync(kind, Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'), cancellationToken),
            DocumentKind.Photo => Refused(kind, "credentials.photo"),
            _ => Refused(kind, "credentials.not-a-credential"),
        };
    }

    private async Task<DocumentAnswer> OfTextAsync(DocumentKind kind, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return Refused(kind, "credentials.nothing-baked");
        }

        var check = await signatures.CheckAsync(text, cancellationToken);
        if (check.IsRefused(out var problem))
        {
            return new DocumentAnswer(kind, problem, null, null);
        }

        return check.Value.Code is { } code
            ? new DocumentAnswer(kind, null, check.Value, await certificates.FindByCodeAsync(code, cancellationToken))
            : Refused(kind, "credentials.not-a-certificate");
    }

    // Our PDF names its certificate in its properties. Its seal says whether somebody changed it; the register's answer is what counts.
    private async Task<DocumentAnswer> OfPaperAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var named = Named().Match(Encoding.Latin1.GetString(bytes));
        if (!named.Success || await certificates.FindByCodeAsync(named.Groups["code"].Value, cancellationToken) is not { } view)
        {
            return Refused(DocumentKind.Pdf, "credentials.paper-without-code");
        }

        var seal = seals.Check(bytes);
        return seal == SealFinding.Broken
            ? new DocumentAnswer(DocumentKind.Pdf, new Refusal("credentials.paper-altered").With("code", view.Certificate.Code), null, null)
            : new DocumentAnswer(DocumentKind.Pdf, null, null, view) { Seal = seal };
    }

    private static DocumentAnswer Refused(DocumentKind kind, string code) => new(kind, new Refusal(code), null, null);

    [GeneratedRegex(@"/Keywords \(certificat (?<code>[0-9a-hjkmnp-tv-z]{26})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
