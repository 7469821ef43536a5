using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>
/// Gives an identifier to questions whose file gives none, or one that is a sentence: from the title when it makes a good one,
/// else from the text, so that reading the same file again finds the same question.
/// </summary>
internal static class ItemIds
{
    private const int Longest = 60;

    /// <summary>The same items, each with an identifier of its own.</summary>
    /// <param name="losses">Receives a remark for each identifier given.</param>
    public static IReadOnlyList<QuestionItem> Give(IReadOnlyList<QuestionItem> items, Findings losses)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<QuestionItem>(items.Count);
        foreach (var item in items)
        {
            if (GiftReader.IsIdentifier(item.Id) && used.Add(item.Id))
            {
                named.Add(item);
                continue;
            }

            var wanted = Slug(item.Id) is { Length: > 2 } slug ? slug : $"q-{Hash(item)}";
            var id = wanted;
            for (var number = 2; !used.Add(id); number++)
            {
                id = $"{wanted[..Math.Min(wanted.Length, Longest - 6)]}-{number.ToString(CultureInfo.InvariantCulture)}";
            }

            losses.Note(item.Line, $"La question « {GiftReader.Shorten(item.Id.Length > 0 ? item.Id : item.Stem.Text)} » reçoit l’identifiant « {id} ».");
            named.Add(item with { IdNumber = id });
        }

        return named;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || (letter is '.' or '_' && slug.Length > 0))
            {
                slug.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= Longest)
            {
                break;
            }
        }

        return slug.ToString().Trim('-');
    }

    private static string Hash(QuestionItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Kind}\n{item.Stem.Text}")))[..10];
}
