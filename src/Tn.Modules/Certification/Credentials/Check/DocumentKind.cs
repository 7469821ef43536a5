namespace Tn.Certification.Credentials.Check;

/// <summary>What was handed in, told by its first bytes, never by its name.</summary>
internal enum DocumentKind
{
    Unknown,
    Json,
    Token,
    Png,
    Svg,
    Pdf,
    Photo,
}

internal static class DocumentKinds
{
    private static readonly byte[] PngSign = [0x89, .. "PNG\r\n\u001a\n"u8];

    public static DocumentKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSign))
        {
            return DocumentKind.Png;
        }

        if (bytes.StartsWith("%PDF-"u8))
        {
            return DocumentKind.Pdf;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) || (bytes.Length > 12 && bytes[..4].SequenceEqual("RIFF"u8)) || (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8)))
        {
            return DocumentKind.Photo;
        }

        var text = bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? bytes[3..] : bytes;
        text = text.TrimStart(" \t\r\n"u8);
        return text switch
        {
            _ when text.StartsWith("{"u8) => DocumentKind.Json,
            _ when text.StartsWith("eyJ"u8) => DocumentKind.Token,
            _ when text.StartsWith("<?xml"u8) || text.StartsWith("<svg"u8) => DocumentKind.Svg,
            _ => DocumentKind.Unknown,
        };
    }
}
