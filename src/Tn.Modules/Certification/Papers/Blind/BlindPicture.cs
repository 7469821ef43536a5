using System.Buffers.Binary;

namespace Tn.Certification.Papers.Blind;

/// <summary>A photograph or a drawing without what its camera and its program say of their owner. The points stay as they are.</summary>
internal static class BlindPicture
{
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The same bytes when it is no picture that we know, or a broken one.</summary>
    public static byte[] Of(byte[] bytes) =>
        bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? OfJpeg(bytes)
        : bytes.AsSpan().StartsWith(Png) ? OfPng(bytes)
        : bytes;

    // Segments until the first scan: Exif and XMP (APP1), Photoshop (APP13) and remarks go; colours (APP2, APP14) stay.
    private static byte[] OfJpeg(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (at + length > bytes.Length)
            {
                return bytes;
            }

            if (bytes[at + 1] is not ((>= 0xE1 and <= 0xEF and not 0xE2 and not 0xEE) or 0xFE))
            {
                kept.Write(bytes, at, length);
            }

            at += length;
        }

        kept.Write(bytes.AsSpan(at));
        return kept.ToArray();
    }

    // Chunks: length, type, data, sum (PNG, section 5.3). Words, Exif and the time go.
    private static byte[] OfPng(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(Png);
        for (var at = Png.Length; at + 12 <= bytes.Length;)
        {
            var length = 12L + BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (at + length > bytes.Length)
            {
                return bytes;
            }

            var type = bytes.AsSpan(at + 4, 4);
            if (!(type.SequenceEqual("tEXt"u8) || type.SequenceEqual("zTXt"u8) || type.SequenceEqual("iTXt"u8) || type.SequenceEqual("eXIf"u8) || type.SequenceEqual("tIME"u8)))
            {
                kept.Write(bytes, at, (int)length);
            }

            at += (int)length;
        }

        return kept.ToArray();
    }
}
