using Microsoft.AspNetCore.Http;
using Tn.Platform.Files;

namespace Tn.Certification.Papers.Blind;

/// <summary>A document that says nothing of who wrote it, except in what its author typed.</summary>
internal sealed record BlindPaper(byte[] Bytes, PaperKind Kind)
{
    // What a hostile file may take in memory and time, it takes alone.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>
    /// Makes a document blind. Nothing, without refusal, when no file was sent; refused as <see cref="PaperKind.OfAsync"/> refuses,
    /// or with <c>paper.locked</c>, <c>paper.swollen</c> or <c>paper.unreadable</c>.
    /// </summary>
    public static async Task<Outcome<BlindPaper?>> OfAsync(IFormFile? sent, CancellationToken cancellationToken)
    {
        if (sent is null or { Length: 0 })
        {
            return (BlindPaper?)null;
        }

        if (sent.Length > PaperDesk.MaximumBytes)
        {
            return new Refusal(FileStore.TooLarge).With("limit", ByteSize.French(PaperDesk.MaximumBytes));
        }

        await using var content = sent.OpenReadStream();
        var kind = await PaperKind.OfAsync(content, cancellationToken);
        if (kind.IsRefused(out var unknown))
        {
            return unknown;
        }

        await Turn.WaitAsync(cancellationToken);
        try
        {
            var blind = Of(content, kind.Value);
            return blind.IsRefused(out var refusal) ? refusal : new BlindPaper(blind.Value, kind.Value);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The bytes of a document of this kind, without its author.</summary>
    public static Outcome<byte[]> Of(Stream content, PaperKind kind)
    {
        try
        {
            return kind == PaperKind.Pdf ? BlindPdf.Of(content)
                : kind == PaperKind.Docx ? BlindArchive.Of(content, BlindWord.Of)
                : BlindArchive.Of(content, BlindOpenText.Of);
        }
        catch (BlindRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Readers of other people's formats fail in many ways on bytes made to make them fail.
            return new Refusal("paper.unreadable");
        }
    }
}

/// <summary>Leaves the depths of a reader with the reason. Never leaves <see cref="BlindPaper"/>.</summary>
internal sealed class BlindRefusedException(string code) : Exception(code)
{
    public Refusal Refusal { get; } = new(code);

    public static BlindRefusedException Locked() => new("paper.locked");

    public static BlindRefusedException Swollen() => new("paper.swollen");
}
