using System.Security.Cryptography;
using System.Text;

namespace Tn.Certification.Certificates;

/// <summary>
/// The code printed on a certificate: 128 random bits as 26 letters and digits, without i, l, o, u, shown in groups.
/// People read it aloud and type it: spaces, dashes, case and look-alikes are forgiven.
/// </summary>
internal static class CertificateCode
{
    /// <summary>Length without the dashes.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new unguessable code.</summary>
    public static string New() => Of(RandomNumberGenerator.GetBytes(16));

    /// <summary>The code of sixteen bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var code = new char[Length];
        for (var at = Length - 1; at >= 0; at--)
        {
            code[at] = Alphabet[(int)(number & 31)];
            number >>= 5;
        }

        return new string(code);
    }

    /// <summary>The code meant by what was typed, or null when it cannot be one.</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > 200)
        {
            return null;
        }

        var code = new StringBuilder(Length);
        foreach (var sign in typed)
        {
            if (char.IsWhiteSpace(sign) || sign is '-' or '_' or '.' or '\u2010' or '\u2011' or '\u2013' or '\u2014')
            {
                continue;
            }

            var letter = LookAlike(char.ToLowerInvariant(sign));
            if (!Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                return null;
            }

            code.Append(letter);
        }

        return code.Length == Length ? code.ToString() : null;
    }

    /// <summary>In groups, upper case, as printed: <c>7ZK4-…</c>.</summary>
    public static string Grouped(string code) =>
        string.Join('-', code.Chunk(4).Select(group => new string(group).ToUpperInvariant()));

    /// <summary>What is looked up: an index on the hash tells nothing of how close a guess was.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    private static char LookAlike(char letter) => letter switch
    {
        'o' => '0',
        'i' or 'l' => '1',
        'u' => 'v',
        _ => letter,
    };
}
