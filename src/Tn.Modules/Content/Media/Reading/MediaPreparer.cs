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

    /// <summary>Is it a file that <see cref="PrepareAsync"/> would keep? Draws it, keeps nothing.</summary>
    /// <returns>Its kind, or the same refusals.</returns>
    public async Task<Outcome<MediaKind>> CheckAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(content, fileName, cancellationToken);
        return read.IsRefused(out var refusal) ? refusal.With("file", Path.GetFileName(fileName)) : read.Value.Type.Kind;
    }

    private async Task<Outcome<PreparedFile>> PrepareNowAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(content, fileName, cancellationToken);
        if (read.IsRefused(out var refusal))
        {
            return refusal;
        }

        var source = Convert.ToHexStringLower(await HashAsync(content, cancellationToken));
        if (read.Value.Drawn is { } drawn)
        {
            return await KeepAsync(drawn, fileName, source, cancellationToken);
        }

        content.Position = 0;
        var stored = await files.SaveAsync(content, options.Value.AttachmentBytes, cancellationToken);
        return stored.IsRefused(out var refused)
            ? refused
            : new PreparedFile(read.Value.Type, MediaAddress.NameOf(fileName, read.Value.Type.Extension), stored.Value, 0, 0, source);
    }

    /// <summary>Types it by its content and draws it when it is an image.</summary>
    private async Task<Outcome<ReadFile>> ReadAsync(Stream content, string fileName, CancellationToken cancellationToken)
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

        if (type.Kind == MediaKind.Attachment)
        {
            return new ReadFile(type, null);
        }

        content.Position = 0;
        var drawn = type.Kind == MediaKind.Drawing ? SvgCleaner.Clean(content) : await images.RedrawAsync(await BytesAsync(content, cancellationToken), cancellationToken);
        return drawn.IsRefused(out var broken) ? broken : new ReadFile(drawn.Value.Type, drawn.Value);
    }

    private static async Task<byte[]> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        return await SHA256.HashDataAsync(content, cancellationToken);
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

    /// <param name="Drawn">Null for an attachment, which is kept as it is.</param>
    private sealed record ReadFile(FileType Type, DrawnImage? Drawn);
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
