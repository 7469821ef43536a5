using System.Text.RegularExpressions;

namespace Tn.Certification.Exam.Bank;

/// <summary>A way to answer without reading what is asked.</summary>
internal enum LazyWay
{
    /// <summary>Always the first choice, as the bank writes them.</summary>
    First,

    /// <summary>Always the longest choice.</summary>
    Longest,

    /// <summary>The choice that shares most words with the question.</summary>
    Keywords,

    /// <summary>Any choice: what all of them bring on average.</summary>
    Chance,
}

/// <summary>What a way of answering brings.</summary>
/// <param name="ByAxis">Percent, rounded down.</param>
internal sealed record LazyScore(LazyWay Way, int Percent, IReadOnlyDictionary<string, int> ByAxis);

/// <summary>
/// What a lazy candidate would score on the bank: a way that brings much more than chance says that the bank gives its answers away.
/// Pure. Typed answers bring nothing to who does not know.
/// </summary>
internal static partial class LazyCandidate
{
    public static IReadOnlyList<LazyScore> Report(IReadOnlyList<BankItem> bank) => [.. Enum.GetValues<LazyWay>().Select(way => ScoreOf(way, bank))];

    /// <summary>Thousandths of the item's point.</summary>
    public static int PointsOf(LazyWay way, BankItem item)
    {
        var plain = FormAssembly.Plain(item);
        if (plain.IsTyped || plain.Choices.Count == 0)
        {
            return 0;
        }

        return way == LazyWay.Chance
            ? (int)plain.Choices.Average(choice => Scoring.PointsOf(plain, ItemResponse.Chosen(choice.Id)))
            : Scoring.PointsOf(plain, ItemResponse.Chosen(Choose(way, plain)));
    }

    private static LazyScore ScoreOf(LazyWay way, IReadOnlyList<BankItem> bank) => new(
        way,
        Percent(way, bank),
        bank.GroupBy(item => item.Axis).ToDictionary(axis => axis.Key, axis => Percent(way, [.. axis]), StringComparer.Ordinal));

    private static int Percent(LazyWay way, IReadOnlyList<BankItem> items) =>
        items.Count == 0 ? 0 : items.Sum(item => PointsOf(way, item)) / (items.Count * 10);

    // Between equals, the first: the laziest.
    private static string Choose(LazyWay way, PinnedItem item) => way switch
    {
        LazyWay.Longest => item.Choices.MaxBy(choice => Plain(choice.TextHtml).Length)!.Id,
        LazyWay.Keywords => item.Choices.MaxBy(choice => Words(choice.TextHtml).Intersect(Words(item.StemHtml)).Count())!.Id,
        _ => item.Choices[0].Id,
    };

    private static IEnumerable<string> Words(string html) => Plain(html).Split(' ').Where(word => word.Length > 3).Distinct(StringComparer.Ordinal);

    private static string Plain(string html) => Folding.Fold(System.Net.WebUtility.HtmlDecode(Tag().Replace(html, " ")));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
