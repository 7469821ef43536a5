namespace Tn.Content.Media;

/// <summary>Stored bytes of a media: of one of its versions, at one width and format. Never changes.</summary>
internal sealed class MediaFile
{
    /// <summary>The name of the full-size file.</summary>
    public const string Whole = "entier";

    public string MediaId { get; init; } = string.Empty;

    public int Version { get; init; }

    /// <summary><see cref="Whole"/>, or the width and format: <c>640.webp</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Key in the file store.</summary>
    public string FileKey { get; init; } = string.Empty;

    public string ContentType { get; init; } = string.Empty;

    public long Length { get; init; }

    /// <summary>In pixels; 0 for an attachment.</summary>
    public int Width { get; init; }

    public int Height { get; init; }
}

/// <summary>A version of a document names a media. Written with the version, and as unchanging.</summary>
internal sealed record MediaUse(string VersionId, string MediaId);
