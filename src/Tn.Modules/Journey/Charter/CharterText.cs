using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tn.Journey.Charter;

/// <summary>The consultant's charter as a text to be signed.</summary>
internal static partial class CharterText
{
    /// <summary>Last part of its address.</summary>
    public const string Slug = "consultant";

    /// <summary>The number printed on the text, or its version id when it has none.</summary>
    public static string NumberOf(PublishedDocument charter) => charter.Fields.GetValueOrDefault("number") ?? charter.VersionId;

    /// <summary>True when this version asks those who signed an earlier one to sign anew (<c>change: material</c>).</summary>
    public static bool IsMaterial(PublishedDocument charter) => charter.Fields.GetValueOrDefault("change") == "material";

    /// <summary>The text a signature covers: the Markdown, line ends as <c>\n</c>, exactly one at the end.</summary>
    public static string Canonical(string markdown) =>
        markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n') + "\n";

    /// <summary>SHA-256 of the canonical text in UTF-8, lower-case hexadecimal: anyone holding the text can compute it.</summary>
    public static string Sha256(string markdown) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(markdown))));

    /// <summary>The sentence the signer types.</summary>
    public static string IntentOf(string signerName, PublishedDocument charter) =>
        $"Je soussigné(e) {signerName} m’engage à respecter la charte du consultant privé, version {NumberOf(charter)}";

    /// <summary>True when the typed sentence is the expected one, whatever its case, accents, spaces, apostrophes, hyphens and final point.</summary>
    public static bool Matches(string expected, string? typed) => Fold(expected) == Fold(typed ?? string.Empty);

    private static string Fold(string sentence)
    {
        var bare = new StringBuilder();
        foreach (var sign in sentence.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ');
            }
        }

        // « soussigné(e) » may be typed as it is shown, or as it applies to the signer.
        return Soussigne().Replace(Spaces().Replace(bare.ToString(), " ").Trim(), "soussigne");
    }

    [GeneratedRegex(@"\bsoussigne( e|e)?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Soussigne();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
