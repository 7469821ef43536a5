using System.Text.RegularExpressions;

namespace Tn.Content.Lint;

/// <summary>
/// How easily a French text is read: the Flesch score as fitted to French by L. Kandel and A. Moles, « Application de l’indice de
/// Flesch à la langue française », Cahiers d’études de radio-télévision, n° 19, 1958, p. 253–274:
/// 207 − 1.015 × words per sentence − 73.6 × syllables per word.
/// </summary>
internal static partial class ReadingEase
{
    /// <summary>Below this many words a score says nothing.</summary>
    public const int EnoughWords = 100;

    /// <summary>The score, about 0 (hard) to 100 (easy), or null when there are too few words.</summary>
    /// <param name="paragraphs">Each ends a sentence, whatever its last sign.</param>
    public static double? Of(IEnumerable<string> paragraphs)
    {
        int words = 0, syllables = 0, sentences = 0;
        foreach (var paragraph in paragraphs)
        {
            var found = Word().Matches(paragraph);
            words += found.Count;
            syllables += found.Sum(word => Syllables(word.Value));
            sentences += found.Count == 0 ? 0 : Math.Max(1, SentenceEnd().Count(paragraph));
        }

        return words < EnoughWords ? null : 207 - 1.015 * words / sentences - 73.6 * syllables / words;
    }

    /// <summary>Groups of vowels heard: a mute e at the end is not; at least one.</summary>
    internal static int Syllables(string word)
    {
        var lower = word.ToLowerInvariant();
        var groups = Vowels().Count(lower);
        return Math.Max(1, MuteEnd().IsMatch(lower) ? groups - 1 : groups);
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?…]+(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüÿœæ]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouyàâäéèêëîïôöùûüÿœæ]es?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MuteEnd();
}
