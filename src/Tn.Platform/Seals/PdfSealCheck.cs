using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;

namespace Tn.Platform.Seals;

/// <summary>What a PDF's seal says of its bytes.</summary>
public enum SealFinding
{
    /// <summary>It carries none, or not ours.</summary>
    None,

    /// <summary>It carries one, and a byte was changed or added since.</summary>
    Broken,

    /// <summary>Ours, over every byte of the file.</summary>
    Intact,
}

/// <summary>Reads the seal that <see cref="PdfSeal"/> puts on a PDF. Everything handed in is hostile: nothing of it is followed but the range that was signed.</summary>
public sealed partial class PdfSealCheck(SealKey key)
{
    /// <summary>Judges any bytes; never throws for what they hold.</summary>
    public SealFinding Check(byte[] pdf)
    {
        // One character a byte: positions in the text are positions in the file.
        if (Ranges().Matches(Encoding.Latin1.GetString(pdf)) is not [.., var last])
        {
            return SealFinding.None;
        }

        var (start, after, length) = (NumberOf(last, "start"), NumberOf(last, "after"), NumberOf(last, "length"));
        if (start >= after || after > pdf.Length || after + length != pdf.Length || Signature(pdf.AsSpan((int)start, (int)(after - start))) is not { } signature)
        {
            return SealFinding.Broken;
        }

        return Judge(signature, [.. pdf.AsSpan(0, (int)start), .. pdf.AsSpan((int)after)]);
    }

    private SealFinding Judge(byte[] signature, byte[] covered)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(covered), detached: true);
            cms.Decode(signature);
            if (cms.SignerInfos is not [{ Certificate: { } signer }, ..] || !key.Known().Any(known => known.RawDataMemory.Span.SequenceEqual(signer.RawData)))
            {
                return SealFinding.None;
            }

            // The certificate is one of ours by its bytes: there is no chain to ask about.
            cms.CheckSignature(verifySignatureOnly: true);
            return SealFinding.Intact;
        }
        catch (CryptographicException)
        {
            return SealFinding.Broken;
        }
    }

    /// <summary>The signature written between its angle brackets, without the zeros that fill its place; null when it is not one.</summary>
    private static byte[]? Signature(ReadOnlySpan<byte> hole)
    {
        try
        {
            var filled = Convert.FromHexString(Encoding.Latin1.GetString(hole.Trim("<>"u8)));
            AsnDecoder.ReadEncodedValue(filled, AsnEncodingRules.BER, out _, out _, out var length);
            return filled[..length];
        }
        catch (Exception wrong) when (wrong is FormatException or AsnContentException)
        {
            return null;
        }
    }

    private static long NumberOf(Match match, string name) => long.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/ByteRange\s*\[\s*0\s+(?<start>\d{1,10})\s+(?<after>\d{1,10})\s+(?<length>\d{1,10})\s*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Ranges();
}
