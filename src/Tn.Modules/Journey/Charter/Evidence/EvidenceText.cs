using System.Globalization;
using System.Text;

namespace Tn.Journey.Charter.Evidence;

/// <summary>
/// The evidence of a signature as canonical JSON (RFC 8785): keys in order, no space, so that the same evidence always gives the same bytes
/// and any program can write them again.
/// </summary>
internal static class EvidenceText
{
    /// <summary>Names what the keys mean; a new meaning would get a new name.</summary>
    public const string Format = "tn-charter-signature/1";

    /// <summary>The instant as it entered the hash.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    /// <summary>UTF-8 bytes.</summary>
    public static byte[] Of(CharterSignature signature) => Canonical(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["authentication"] = signature.Authentication,
        ["capacity"] = signature.Capacity,
        ["charter"] = CharterText.Slug,
        ["charterItem"] = signature.CharterItemId,
        ["charterNumber"] = signature.CharterNumber,
        ["charterVersion"] = signature.CharterVersionId,
        ["format"] = Format,
        ["hash"] = signature.Hash,
        ["id"] = signature.Id.ToString("D"),
        ["locale"] = signature.Locale,
        ["person"] = signature.Person.ToString(),
        ["previous"] = signature.Previous,
        ["sentence"] = signature.TypedSentence,
        ["signedAt"] = Instant(signature.SignedAt),
        ["signer"] = signature.SignerName,
        ["textSha256"] = signature.TextSha256,
    });

    private static byte[] Canonical(SortedDictionary<string, string> values)
    {
        var json = new StringBuilder("{");
        foreach (var (key, value) in values)
        {
            json.Append(json.Length > 1 ? "," : string.Empty);
            Quote(json, key);
            json.Append(':');
            Quote(json, value);
        }

        return Encoding.UTF8.GetBytes(json.Append('}').ToString());
    }

    private static void Quote(StringBuilder json, string value)
    {
        json.Append('"');
        foreach (var sign in value)
        {
            json.Append(sign switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)sign:x4}",
                _ => sign.ToString(),
            });
        }

        json.Append('"');
    }
}
