using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Papers.Blind;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Certification.Papers;

/// <summary>Takes documents in and hands them out. What a document is sent with says who may read it.</summary>
internal sealed class PaperDesk(TnDbContext db, FileStore files)
{
    /// <summary>Most bytes of one document.</summary>
    public const long MaximumBytes = 10 * 1024 * 1024;

    /// <summary>
    /// Stores a document and adds its row in the caller's unit of work; does not save. Nothing, without refusal, when no file was sent.
    /// </summary>
    /// <param name="name">What it will be called when taken away, without its ending.</param>
    public async Task<Outcome<PaperId?>> TakeAsync(IFormFile? sent, string name, ActContext act, CancellationToken cancellationToken)
    {
        if (sent is null or { Length: 0 })
        {
            return (PaperId?)null;
        }

        await using var content = sent.OpenReadStream();
        var kind = await PaperKind.OfAsync(content, cancellationToken);
        if (kind.IsRefused(out var unknown))
        {
            return unknown;
        }

        return await StoreAsync(content, MaximumBytes, kind.Value, name, act, cancellationToken);
    }

    /// <summary>Stores a document that was made blind, as the other does.</summary>
    public async Task<Outcome<PaperId?>> TakeAsync(BlindPaper? paper, string name, ActContext act, CancellationToken cancellationToken)
    {
        if (paper is null)
        {
            return (PaperId?)null;
        }

        // Written anew, it may be longer than what was sent.
        using var content = new MemoryStream(paper.Bytes, writable: false);
        return await StoreAsync(content, 2 * MaximumBytes, paper.Kind, name, act, cancellationToken);
    }

    /// <summary>The document as a download, or null when there is none.</summary>
    public async Task<FileStreamResult?> HandOutAsync(PaperId? id, CancellationToken cancellationToken)
    {
        if (id is null || await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } paper)
        {
            return null;
        }

        return files.Open(FileKey.Parse(paper.FileKey)) is { } content ? new FileStreamResult(content, paper.ContentType) { FileDownloadName = paper.Name } : null;
    }

    private async Task<Outcome<PaperId?>> StoreAsync(Stream content, long limit, PaperKind kind, string name, ActContext act, CancellationToken cancellationToken)
    {
        var stored = await files.SaveAsync(content, limit, cancellationToken);
        return stored.IsRefused(out var refusal) ? refusal : Keep(stored.Value, kind, name, act);
    }

    private PaperId? Keep(StoredFile stored, PaperKind kind, string name, ActContext act)
    {
        var paper = new Paper
        {
            Id = new PaperId(Guid.CreateVersion7(act.At)),
            FileKey = stored.Key.Value,
            Name = name + kind.Extension,
            ContentType = kind.ContentType,
            Length = stored.Length,
            Owner = act.Person,
            SentAt = act.At,
        };
        db.Add(paper);
        return paper.Id;
    }
}
