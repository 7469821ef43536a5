using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tn.Platform.Files;

namespace Tn.Certification.Papers.Blind;

/// <summary>A document that says nothing of who wrote it, except in what its author typed.</summary>
internal sealed partial class BlindPaper(byte[] bytes, PaperKind kind)
{
    // What a hostile file may take in memory and time, it takes alone.
    private static readonly SemaphoreSlim Turn = new(1);

    public byte[] Bytes => bytes;

    public PaperKind Kind => kind;

    /// <summary>
    /// Makes a document blind. Nothing, without refusal, when no file was sent; refused as <see cref="PaperKind.OfAsync"/> refuses,
    /// or with <c>paper.locked</c>, <c>paper.swollen</c> or <c>paper.unreadable</c>.
    /// </summary>
    public static async Task<Outcome<BlindPaper?>> OfAsync(IFormFile? sent, ILogger log, CancellationToken cancellationToken)
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
            var blind = Of(content, kind.Value, log);
            return blind.IsRefused(out var refusal) ? refusal : new BlindPaper(blind.Value, kind.Value);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The bytes of a document of this kind, without its author.</summary>
    /// <param name="log">Told why a document cannot be read: its sender is only told that it cannot.</param>
    public static Outcome<byte[]> Of(Stream content, PaperKind kind, ILogger log)
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
            LogUnreadable(log, kind.Extension, broken.GetType(), broken.TargetSite);
            return new Refusal("paper.unreadable");
        }
    }

    // Neither what the reader says of it, which can quote the document, nor its whole way there, as deep as the document was made.
    [LoggerMessage(LogLevel.Warning, "A document ({Extension}) could not be made blind: {Failure} in {Where}")]
    private static partial void LogUnreadable(ILogger log, string extension, Type failure, MethodBase? where);
}

/// <summary>Leaves the depths of a reader with the reason. Never leaves <see cref="BlindPaper"/>.</summary>
internal sealed class BlindRefusedException(string code) : Exception(code)
{
    public Refusal Refusal { get; } = new(code);

    public static BlindRefusedException Locked() => new("paper.locked");

    public static BlindRefusedException Swollen() => new("paper.swollen");
}
