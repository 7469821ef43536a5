using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Tn.Certification.Credentials.Badges;

/// <summary>A credential carried in a PNG, in an <c>iTXt</c> chunk named <c>openbadgecredential</c> (Open Badges 3.0, 5.3.1).</summary>
internal static class BakedPng
{
    private const int SignLength = 8;
    private const int LongestText = 256 * 1024;
    private static readonly byte[] Keyword = [.. "openbadgecredential"u8, 0];

    /// <summary>The image with the credential, right after its header.</summary>
    public static byte[] Bake(byte[] png, string credential)
    {
        var afterHeader = SignLength + 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(SignLength));
        // Not compressed (0, 0), no language, no translated name.
        byte[] content = [.. "iTXt"u8, .. Keyword, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(credential)];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length - 4);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(content));
        return [.. png[..afterHeader], .. length, .. content, .. sum, .. png[afterHeader..]];
    }

    /// <summary>The credential in it, or null: none, two, or a chunk that is not what it says.</summary>
    public static string? Read(ReadOnlySpan<byte> png)
    {
        string? found = null;
        for (var at = SignLength; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
            {
                return null;
            }

            var content = png.Slice(at + 8, (int)length);
            if (png.Slice(at + 4, 4).SequenceEqual("iTXt"u8) && content.StartsWith(Keyword))
            {
                if (found is not null || TextOf(content[Keyword.Length..]) is not { } text)
                {
                    return null;
                }

                found = text;
            }

            at += (int)length + 12;
        }

        return found;
    }

    // CRC-32 as PNG has it (ISO 3309; PNG specification, annex D); the framework offers it in a package of its own only.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xffffffffu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xedb88320u : sum >> 1;
            }
        }

        return ~sum;
    }

    private static string? TextOf(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4 || rest[0] > 1 || rest[1] != 0)
        {
            return null;
        }

        var compressed = rest[0] == 1;
        rest = rest[2..];
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
            {
                return null;
            }

            rest = rest[(end + 1)..];
        }

        return compressed ? Inflate(rest.ToArray()) : rest.Length > LongestText ? null : Encoding.UTF8.GetString(rest);
    }

    // What comes out is counted, whatever the chunk announces: a few bytes can hold gigabytes.
    private static string? Inflate(byte[] packed)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var text = new byte[LongestText + 1];
            var read = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return read > LongestText ? null : Encoding.UTF8.GetString(text, 0, read);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
