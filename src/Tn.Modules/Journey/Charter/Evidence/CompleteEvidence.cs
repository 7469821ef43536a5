using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Files;
using Tn.Platform.Jobs;
using Tn.Platform.Seals;
using Tn.Platform.Startup;

namespace Tn.Journey.Charter.Evidence;

/// <summary>
/// Seals a signature's PDF and asks the time-stamp authority, when one is configured. Safe to run at any time, on several nodes, and after a crash:
/// the row's revision lets one result in, and a file nobody points at is swept.
/// </summary>
internal sealed partial class CompleteEvidence(
    TnDbContext db,
    IPublishedDocuments documents,
    CharterSheet sheet,
    PdfSeal seal,
    TimeStamps timeStamps,
    FileStore files,
    ILogger<CompleteEvidence> log)
{
    private const long LargestPdf = 20 * 1024 * 1024;

    /// <summary>Does what is still due for one signature.</summary>
    public async Task RunAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var evidence = await db.Set<SignatureEvidence>().SingleOrDefaultAsync(one => one.Signature == id, cancellationToken);
        if (evidence is not { DueAt: not null })
        {
            return;
        }

        var signature = await db.Set<CharterSignature>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        await SealAsync(evidence, signature, now, cancellationToken);
        if (evidence.Token is null && await timeStamps.OfAsync(EvidenceText.Of(signature), cancellationToken) is { } token)
        {
            evidence.Stamp(token, now);
        }

        evidence.EndTry(evidence.PdfKey is not null && (evidence.Token is not null || !timeStamps.IsConfigured), now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node, or the sweep, was first: its result stands.
            db.ChangeTracker.Clear();
        }
    }

    private async Task SealAsync(SignatureEvidence evidence, CharterSignature signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (evidence.PdfKey is not null)
        {
            return;
        }

        if (await documents.FindVersionAsync(signature.CharterVersionId, cancellationToken) is not { } charter || CharterText.Sha256(charter.Markdown) != signature.TextSha256)
        {
            // Published versions never change: somebody altered the database. The signature stays; its paper is not made of another text.
            LogTextLost(signature.Id);
            return;
        }

        var drawn = sheet.Draw(signature, charter.Title, CharterText.Canonical(charter.Markdown));
        var sealedPdf = await seal.SealWithTimeAsync(drawn, $"Charte signée par {signature.SignerName}", now, cancellationToken);
        using var bytes = new MemoryStream(sealedPdf.Bytes);
        var stored = await files.SaveAsync(bytes, LargestPdf, cancellationToken);
        AbortPoint.Pass("paper");
        evidence.Seal(stored.Value.Key.Value, sealedPdf.IsTimeStamped, now);
    }

    [LoggerMessage(LogLevel.Error, "The text of signature {Signature} is not the one that was signed; its paper is not made.")]
    private partial void LogTextLost(Guid signature);
}

/// <summary>Seals at once after the signature.</summary>
internal sealed class WhenCharterSigned(CompleteEvidence complete) : IEventHandler<CharterSigned>
{
    public Task HandleAsync(CharterSigned happened, ActContext act, CancellationToken cancellationToken) =>
        complete.RunAsync(happened.Signature, act.At, cancellationToken);
}

/// <summary>Takes up what a crash or an authority that was away left.</summary>
internal sealed class EvidenceSweep(TnDbContext db, CompleteEvidence complete, TimeProvider clock) : IRecurringWork
{
    private const int Batch = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<SignatureEvidence>().AsNoTracking()
            .Where(one => one.DueAt <= now).OrderBy(one => one.DueAt).Take(Batch).Select(one => one.Signature).ToListAsync(cancellationToken);
        foreach (var signature in due)
        {
            db.ChangeTracker.Clear();
            await complete.RunAsync(signature, now, cancellationToken);
        }
    }
}

/// <summary>At start: signatures made before papers were sealed get theirs.</summary>
internal sealed class EvidencePreparation(TnDbContext db, TimeProvider clock) : IPreparation
{
    private const int AtOnce = 500;

    public int Order => 45;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        List<Guid> without;
        do
        {
            without = await db.Set<CharterSignature>().AsNoTracking()
                .Where(one => !db.Set<SignatureEvidence>().Any(evidence => evidence.Signature == one.Id))
                .OrderBy(one => one.Id).Take(AtOnce).Select(one => one.Id).ToListAsync(cancellationToken);
            db.AddRange(without.Select(one => SignatureEvidence.Due(one, clock.GetUtcNow())));
        }
        while (await SaveAsync(cancellationToken) && without.Count == AtOnce);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node started at the same moment and was first.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>The sealed papers in the file store.</summary>
internal sealed class EvidenceFiles(TnDbContext db) : IFileReferences
{
    public async Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken)
    {
        var texts = keys.Select(key => key.Value).ToList();
        var used = await db.Set<SignatureEvidence>().Where(one => texts.Contains(one.PdfKey!)).Select(one => one.PdfKey!).ToListAsync(cancellationToken);
        return used.Select(FileKey.Parse).ToHashSet();
    }
}
