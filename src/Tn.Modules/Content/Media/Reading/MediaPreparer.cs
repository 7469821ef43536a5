using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tn.Platform.Files;

namespace Tn.Content.Media.Reading;

/// <summary>Makes of a file that somebody sent one that may be kept: typed by content, images redrawn, drawings cleaned.</summary>
internal sealed class MediaPreparer(ImageWorks images, FileStore files, IOptions<MediaOptions> options)
{
    /// <summary>Checks and stores a file. What is stored and then not kept by a row is swept away the next night.</summary>
    /// <param name="content">Can be sought in; read from its start.</param>
    /// <param name="fileName">As sent: becomes the last part of the address.</param>
    /// <returns>Or a refusal whose value <c>file</c> is the file's name.</returns>
    public async Task<Outcome<PreparedFile>> PrepareAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var outcome = await PrepareNowAsync(content, fileName, cancellationToken);
        return outcome.IsRefused(out var refusal) ? refusal.With("file", Path.GetFileName(fileName)) : outcome;
    }

    private async Task<Outcome<PreparedFile>> PrepareNowAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var sniffed = await FileSniffer.SniffAsync(content, fileName, cancellationToken);
        if (sniffed.IsRefused(out var unknown))
        {
            return unknown;
        }

        var type = sniffed.Value;
        var limit = type.Kind == MediaKind.Attachment ? options.Value.AttachmentBytes : options.Value.ImageBytes;
        if (content.Length > limit)
        {
            return new Refusal(FileStore.TooLarge).With("limit", ByteSize.French(limit));
        }

        var source = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        if (type.Kind == MediaKind.Attachment)
        {
            var stored = await files.SaveAsync(content, limit, cancellationToken);
            return stored.IsRefused(out var refused) ? refused : new PreparedFile(type, MediaAddress.NameOf(fileName, type.Extension), stored.Value, 0, 0, source);
        }

        var drawn = type.Kind == MediaKind.Drawing ? SvgCleaner.Clean(content) : await images.RedrawAsync(await BytesAsync(content, cancellationToken), cancellationToken);
        return drawn.IsRefused(out var broken) ? broken : await KeepAsync(drawn.Value, fileName, source, cancellationToken);
    }

    private async Task<Outcome<PreparedFile>> KeepAsync(DrawnImage drawn, string fileName, string source, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(drawn.Bytes, writable: false);
        // Redrawn pixels may weigh more than the file that was sent.
        var stored = await files.SaveAsync(bytes, 4 * options.Value.ImageBytes, cancellationToken);
        return stored.IsRefused(out var refused) ? refused : new PreparedFile(drawn.Type, MediaAddress.NameOf(fileName, drawn.Type.Extension), stored.Value, drawn.Width, drawn.Height, source);
    }

    private static async Task<byte[]> BytesAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}

/// <summary>A file checked, made harmless and stored.</summary>
/// <param name="Name">As the address will have it.</param>
/// <param name="SourceHash">SHA-256 of the bytes as sent.</param>
internal sealed record PreparedFile(FileType Type, string Name, StoredFile Stored, int Width, int Height, string SourceHash)
{
    public MediaKind Kind => Type.Kind;

    public string ContentType => Type.ContentType;

    public long Length => Stored.Length;
}
