using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tn.Certification.Exam;

/// <summary>The marks a sitting is judged by, as they stood when it began.</summary>
/// <param name="PassPercent">Of all points.</param>
/// <param name="BlockPassPercent">Of each block's points.</param>
/// <param name="Decision">The decision that set them, as cited to people.</param>
internal sealed record ScoringRules(int PassPercent, int BlockPassPercent, string Decision)
{
    public static ScoringRules From(IReadOnlyDictionary<string, RuleInForce> rules) => new(
        rules[RuleKeys.ExamPassPercent].Number,
        rules[RuleKeys.ExamBlockPassPercent].Number,
        rules[RuleKeys.ExamPassPercent].Decision);
}

/// <summary>An item's part in the verdict. Points are thousandths of the item's one point.</summary>
internal sealed record ItemScore(int Position, string ItemId, string VersionId, string Axis, string Answer, int Points)
{
    /// <summary>True when an incident set the item aside: its point is everybody's. Not written otherwise, so that verdicts of before read the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Neutralised { get; init; }
}

/// <summary>A block's part in the verdict. Points are thousandths.</summary>
/// <param name="Percent">Rounded down.</param>
internal sealed record BlockScore(string Axis, int Items, int Answered, int Unknown, int Points, int Percent, bool Reached);

/// <summary>What a sitting is worth. Whole numbers only, so that it is written the same way for good.</summary>
internal sealed record Verdict(
    int Scoring,
    ScoringRules Rules,
    int Items,
    int Points,
    int Percent,
    bool Passed,
    IReadOnlyList<BlockScore> Blocks,
    IReadOnlyList<ItemScore> Details)
{
    // Written without any outside option, since a changed default would change the bytes.
    private static readonly JsonSerializerOptions Canonical = new();

    /// <summary>The bytes that are kept, hashed and replayed.</summary>
    public string ToCanonicalJson() => JsonSerializer.Serialize(this, Canonical);

    public static Verdict FromCanonicalJson(string json) => JsonSerializer.Deserialize<Verdict>(json, Canonical)!;

    /// <summary>SHA-256 of the canonical text, lower-case hex.</summary>
    public static string HashOf(string canonicalJson) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalJson)));
}

/// <summary>Turns answers into a verdict. Pure: the same pinned items, answers and rules give the same bytes.</summary>
// @exemplary: a rule as a pure function that can be replayed
internal static class Scoring
{
    /// <summary>Changes with any change of the method below, so that an old verdict is replayed by the method of its day.</summary>
    /// <remarks>1 knew no neutralised item; 2 is the same method where there is none.</remarks>
    public const int Version = 2;

    private const int OnePoint = 1000;

    /// <summary>
    /// The verdict. An item left without answer or answered « je ne sais pas » is worth nothing and costs nothing;
    /// no item is worth less than zero. Passing needs the overall mark and the mark of every block.
    /// A neutralised item is worth its point whatever was answered: setting an item aside never lowers a result.
    /// </summary>
    /// <param name="answers">By position; missing ones were not answered.</param>
    /// <param name="neutralised">Versions of the items that incidents set aside; those of other forms count for nothing.</param>
    /// <param name="version">The method's; an older one to replay a verdict of its day.</param>
    public static Verdict Verdict(ExamForm form, IReadOnlyDictionary<int, ItemResponse> answers, ScoringRules rules, IReadOnlySet<string>? neutralised = null, int version = Version)
    {
        var details = form.Items.OrderBy(item => item.Position)
            .Select(item => Score(item, answers.GetValueOrDefault(item.Position), version > 1 && neutralised?.Contains(item.VersionId) == true))
            .ToList();
        var blocks = details.GroupBy(score => score.Axis).OrderBy(block => block.Key, StringComparer.Ordinal).Select(block => Block(block.Key, [.. block], rules)).ToList();
        var points = details.Sum(score => score.Points);
        var passed = Reaches(points, details.Count, rules.PassPercent) && blocks.TrueForAll(block => block.Reached);
        return new Verdict(version, rules, details.Count, points, Percent(points, details.Count), passed, blocks, details);
    }

    /// <summary>Points of one answer, from 0 to 1000.</summary>
    public static int PointsOf(PinnedItem item, ItemResponse? response)
    {
        if (response is null or { DoesNotKnow: true })
        {
            return 0;
        }

        var weight = item.Kind switch
        {
            QuestionKind.MultipleChoice => WeightOfSeveral(item, response.Choices),
            QuestionKind.ShortAnswer => WeightOfWords(item, response.Text ?? string.Empty),
            QuestionKind.Numerical => WeightOfNumber(item, response.Text ?? string.Empty),
            _ => item.Choices.FirstOrDefault(choice => response.Choices.Contains(choice.Id))?.Weight ?? 0,
        };
        return (int)(Math.Clamp(weight, 0, 1) * OnePoint);
    }

    private static ItemScore Score(PinnedItem item, ItemResponse? response, bool neutralised) => new(
        item.Position, item.ItemId, item.VersionId, item.Axis, Written(response), neutralised ? OnePoint : PointsOf(item, response)) { Neutralised = neutralised };

    private static string Written(ItemResponse? response) => response switch
    {
        null => "-",
        { DoesNotKnow: true } => "?",
        { Text: { } text } => $"={text}",
        _ => string.Join(' ', response.Choices.Order(StringComparer.Ordinal)),
    };

    private static BlockScore Block(string axis, IReadOnlyList<ItemScore> scores, ScoringRules rules)
    {
        var points = scores.Sum(score => score.Points);
        return new BlockScore(
            axis,
            scores.Count,
            scores.Count(score => score.Answer is not ("-" or "?")),
            scores.Count(score => score.Answer == "?"),
            points,
            Percent(points, scores.Count),
            Reaches(points, scores.Count, rules.BlockPassPercent));
    }

    private static bool Reaches(int points, int items, int percent) => (long)points * 100 >= (long)percent * items * OnePoint;

    private static int Percent(int points, int items) => items == 0 ? 0 : (int)((long)points * 100 / ((long)items * OnePoint));

    // A wrong choice without a weight of its own costs as much as a right one brings: ticking everything brings nothing.
    private static decimal WeightOfSeveral(PinnedItem item, IReadOnlyList<string> chosen)
    {
        var right = item.Choices.Count(choice => choice.Weight > 0);
        return item.Choices.Where(choice => chosen.Contains(choice.Id)).Sum(choice => choice.Weight == 0 ? -1m / Math.Max(1, right) : choice.Weight);
    }

    private static decimal WeightOfWords(PinnedItem item, string typed) => item.Choices
        .Where(choice => Folding.Fold(choice.TextHtml) == Folding.Fold(typed))
        .Select(choice => choice.Weight).DefaultIfEmpty(0).Max();

    // An accepted value is written as in GIFT: « 42 », « 42:0.5 » (tolerance) or « 40..44 ».
    private static decimal WeightOfNumber(PinnedItem item, string typed)
    {
        if (NumberOf(typed.Replace(',', '.').Replace(" ", string.Empty, StringComparison.Ordinal)) is not { } value)
        {
            return 0;
        }

        return item.Choices.Where(choice => Covers(choice.TextHtml, value)).Select(choice => choice.Weight).DefaultIfEmpty(0).Max();
    }

    private static bool Covers(string accepted, decimal value)
    {
        if (accepted.Split("..") is [var low, var high])
        {
            return NumberOf(low) <= value && value <= NumberOf(high);
        }

        var parts = accepted.Split(':');
        var tolerance = parts.Length > 1 ? NumberOf(parts[1]) ?? 0 : 0;
        return NumberOf(parts[0]) is { } centre && Math.Abs(value - centre) <= tolerance;
    }

    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
