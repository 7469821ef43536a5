using System.Globalization;
using System.Text;

namespace Tn.Content.Documents.Words;

/// <summary>The words by which the desk's list finds a document: those of its title and of its address, without accents.</summary>
internal static class TitleWords
{
    /// <summary>Longest word kept; a longer one is cut, and so is what is looked for.</summary>
    public const int Length = 40;

    private const int Most = 40;

    /// <summary>The words of a text, each once: lower-case letters without accent and digits.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in $"{text.Normalize(NormalizationForm.FormD).ToLowerInvariant()} ")
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (letter is 'œ' or 'æ')
            {
                word.Append(letter == 'œ' ? "oe" : "ae");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString(0, Math.Min(word.Length, Length)));
                word.Clear();
            }
        }

        return [.. words.Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The last word that begins so: between a word and this one stand all that begin with it, in every collation of these letters.</summary>
    public static string LastOf(string start) => start.PadRight(Length, 'z');
}

/// <summary>A word of a version's title or address. Written with the version, and as unchanging.</summary>
internal sealed record TitleWord(string VersionId, string Word);
