using System.Globalization;
using System.Text;

namespace Tn.Content.Types;

/// <summary>The last part of an address: lower-case letters without accents, digits and single dashes.</summary>
internal static class Slug
{
    /// <summary>The longest.</summary>
    public const int Length = 80;

    /// <summary>True for what may stand in an address as it is.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Length && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>The slug a title suggests; <c>document</c> for a title without a letter.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= Length)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "document" : text;
    }

    /// <summary>The same slug with a number, still not too long.</summary>
    public static string Numbered(string slug, int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return (slug.Length + ending.Length <= Length ? slug : slug[..(Length - ending.Length)].TrimEnd('-')) + ending;
    }
}
