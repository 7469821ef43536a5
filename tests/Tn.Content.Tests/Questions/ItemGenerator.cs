using System.Globalization;
using Tn.Content.Questions;

namespace Tn.Content.Tests.Questions;

/// <summary>Questions made by chance, from letters that every format has a use for; the same seed makes the same question.</summary>
internal sealed class ItemGenerator(int seed)
{
    private static readonly string[] Pieces =
        ["~", "=", "#", "{", "}", ":", "\\", "/", "//", "->", "$", "$CATEGORY:", "[html]", "[id:x]", "]", "%", "%50%", "*", "\n", "\n\n", " ", "é", "œ", "«\u00a0»", "<b>", "&amp;", "]]>", "<!--", "TRUE", "T", "a", "mot", "ANSWER: A", "\\n", "😀", "1..5", "\t"];

    private static readonly string?[] Formats = [null, "html", "markdown", "moodle", "plain"];
    private readonly Random random = new(seed);

    public List<QuestionItem> Items() => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Item())];

    public QuestionItem Item()
    {
        var kind = (ItemKind)random.Next(Enum.GetValues<ItemKind>().Length);
        return new QuestionItem
        {
            Kind = kind,
            Name = OneLine(),
            IdNumber = random.Next(2) == 0 ? null : $"q-{random.Next(1000)}]",
            Tags = [.. Enumerable.Range(0, random.Next(3)).Select(number => $"tag {number} é]")],
            Category = random.Next(2) == 0 ? string.Empty : $"$course$/{OneLine()}",
            Stem = Text(kind is ItemKind.Matching or ItemKind.ShortAnswer),
            GeneralFeedback = kind == ItemKind.Description || random.Next(2) == 0 ? ItemText.Empty : Text(),
            Answers = Answers(kind),
            Pairs = kind == ItemKind.Matching ? [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => new ItemPair(Text(noArrow: true), Words()))] : [],
        };
    }

    private List<ItemAnswer> Answers(ItemKind kind)
    {
        var right = random.Next(2);
        return kind switch
        {
            ItemKind.TrueFalse => [new(new ItemText("true"), right, Feedback()), new(new ItemText("false"), 1 - right, Feedback())],
            ItemKind.Numerical => [.. Some(() => new ItemAnswer(new ItemText(Number()), Weight(), Feedback())), new(new ItemText("*"), 0, Feedback(sure: true))],
            ItemKind.ShortAnswer => [.. Some(() => new ItemAnswer(new ItemText(Words(noArrow: true)), Weight(), ItemText.Empty))],
            ItemKind.SingleChoice => [new(Text(), 1, Feedback()), .. Some(() => new ItemAnswer(Text(), random.Next(2) == 0 ? 0 : 0.5m, Feedback()))],
            ItemKind.MultipleChoice => [.. Some(() => new ItemAnswer(Text(), Weight(), Feedback()))],
            _ => [],
        };
    }

    private IEnumerable<ItemAnswer> Some(Func<ItemAnswer> make) => Enumerable.Range(0, random.Next(1, 4)).Select(_ => make());

    private decimal Weight() => new[] { 1m, 0.5m, 0.3333333m, 0m, -0.25m, -1m }[random.Next(6)];

    private string Number() => string.Create(CultureInfo.InvariantCulture, $"{random.Next(-1000, 1000) / 100m}:{random.Next(100) / 100m}");

    private ItemText Feedback(bool sure = false) => sure || random.Next(2) == 0 ? Text() : ItemText.Empty;

    private ItemText Text(bool noArrow = false) => new(Words(noArrow), Formats[random.Next(Formats.Length)]);

    private string OneLine() => Words().Replace('\n', ' ');

    // Never empty, never with space around: readers trim.
    private string Words(bool noArrow = false)
    {
        var text = $"{string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]))}z".Trim();
        return noArrow ? text.Replace("->", "x", StringComparison.Ordinal) : text;
    }
}
