using System.Globalization;
using System.Text;

namespace Tn.Journey.Census.Codes;

/// <summary>Compares words as people do: without case, accents, or what is neither letter nor digit.</summary>
internal static class Words
{
    /// <summary>Lower case letters without accents and digits; runs of anything else become one space.</summary>
    public static string Fold(string text)
    {
        var open = text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase);
        var folded = new StringBuilder(open.Length);
        foreach (var sign in open.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(sign);
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower))
            {
                folded.Append(lower);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
