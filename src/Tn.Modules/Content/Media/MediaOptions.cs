using System.ComponentModel.DataAnnotations;

namespace Tn.Content.Media;

/// <summary>Limits of the library. Configuration section <c>Media</c>. Megabytes are millions of bytes.</summary>
internal sealed class MediaOptions
{
    [Range(1, 1000)]
    public int ImageMegabytes { get; set; } = 15;

    [Range(1, 1000)]
    public int AttachmentMegabytes { get; set; } = 25;

    /// <summary>Pixels that a file may declare, in millions: what decoding costs grows with them, not with the file.</summary>
    [Range(1, 400)]
    public int Megapixels { get; set; } = 50;

    /// <summary>Longest side kept, in pixels.</summary>
    [Range(320, 10_000)]
    public int LongestSide { get; set; } = 2560;

    /// <summary>What one person may keep here.</summary>
    [Range(1, 1_000_000)]
    public int PersonMegabytes { get; set; } = 300;

    /// <summary>What all may keep here together.</summary>
    [Range(1, 10_000_000)]
    public int TotalMegabytes { get; set; } = 10_000;

    /// <summary>Files in one upload.</summary>
    [Range(1, 100)]
    public int FilesAtOnce { get; set; } = 20;

    public long ImageBytes => ImageMegabytes * 1_000_000L;

    public long AttachmentBytes => AttachmentMegabytes * 1_000_000L;

    public long Pixels => Megapixels * 1_000_000L;
}
