using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Journey.Charter.Evidence;

/// <summary>A signature with what came to it.</summary>
/// <param name="Text">The canonical text, or null when it is lost.</param>
/// <param name="Pdf">The sealed PDF, or null while it is being made.</param>
internal sealed record SignatureFile(CharterSignature Signature, SignatureEvidence Evidence, string? Text, byte[]? Pdf);

/// <summary>Reads the evidence for those who may: the signer, and whoever instructs files. For anybody else there is none.</summary>
internal sealed class EvidenceReader(TnDbContext db, IPublishedDocuments documents, CompleteEvidence complete, FileStore files)
{
    /// <summary>The evidence, completed first when it was still due.</summary>
    public async Task<SignatureFile?> FindAsync(Guid id, ActContext act, CancellationToken cancellationToken)
    {
        var signature = await db.Set<CharterSignature>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (signature is null || (signature.Person != act.Person && act.Require(Permission.InstructDossiers).IsRefused(out _)))
        {
            return null;
        }

        var evidence = await EvidenceOfAsync(id, cancellationToken);
        if (evidence.PdfKey is null)
        {
            await complete.RunAsync(id, act.At, cancellationToken);
            evidence = await EvidenceOfAsync(id, cancellationToken);
        }

        var charter = await documents.FindVersionAsync(signature.CharterVersionId, cancellationToken);
        return new SignatureFile(signature, evidence, charter is null ? null : CharterText.Canonical(charter.Markdown), await ReadAsync(evidence, cancellationToken));
    }

    private async Task<SignatureEvidence> EvidenceOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<SignatureEvidence>().AsNoTracking().SingleOrDefaultAsync(one => one.Signature == id, cancellationToken) ?? SignatureEvidence.Due(id, default);

    private async Task<byte[]?> ReadAsync(SignatureEvidence evidence, CancellationToken cancellationToken)
    {
        if (evidence.PdfKey is null)
        {
            return null;
        }

        await using var stored = files.Open(FileKey.Parse(evidence.PdfKey));
        if (stored is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
