using System.Globalization;
using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>Reads what stands between the braces of a GIFT question. The kind is found as Moodle finds it.</summary>
internal static partial class GiftAnswers
{
    /// <summary>The question with its kind and answers, or null after an error among the findings.</summary>
    /// <param name="item">With its stem: answers without a format of their own follow it.</param>
    public static QuestionItem? Read(QuestionItem item, string body, Findings findings)
    {
        var at = GiftSource.Find(body, "####");
        if (at >= 0)
        {
            item = item with { GeneralFeedback = GiftParser.Text(body[(at + 4)..], item.Stem.Format) };
            body = body[..at];
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            return item with { Kind = ItemKind.Essay };
        }

        if (TrueFalse().Match(body) is { Success: true } truth)
        {
            return ReadTrueFalse(item, truth, body);
        }

        return body.TrimStart().StartsWith('#')
            ? ReadNumerical(item, body.TrimStart()[1..], findings)
            : ReadChoices(item, body, findings);
    }

    /// <summary><c>value:tolerance</c> from <c>3.14:0.01</c>, <c>1..5</c> or <c>7</c>; null when it is no number.</summary>
    internal static string? Number(string text)
    {
        var range = text.Split("..", 2);
        if (range.Length == 2 && Decimal(range[0]) is { } low && Decimal(range[1]) is { } high && low <= high)
        {
            return Number((low + high) / 2, (high - low) / 2);
        }

        var parts = text.Split(':', 2);
        return Decimal(parts[0]) is { } value && (parts.Length == 1 ? 0 : Decimal(parts[1])) is >= 0 and { } tolerance
            ? Number(value, tolerance)
            : null;
    }

    /// <summary>A number as items hold it.</summary>
    internal static string Number(decimal value, decimal tolerance) => string.Create(CultureInfo.InvariantCulture, $"{value}:{tolerance}");

    internal static decimal? Decimal(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static QuestionItem ReadTrueFalse(QuestionItem item, Match truth, string body)
    {
        var isTrue = truth.Groups["value"].Value.StartsWith('T');
        var feedbacks = SplitFeedback(body[truth.Length..]);
        var whenWrong = GiftParser.Text(feedbacks.ElementAtOrDefault(0) ?? string.Empty, item.Stem.Format);
        var whenRight = GiftParser.Text(feedbacks.ElementAtOrDefault(1) ?? string.Empty, item.Stem.Format);
        return item with
        {
            Kind = ItemKind.TrueFalse,
            Answers =
            [
                new ItemAnswer(new ItemText("true"), isTrue ? 1 : 0, isTrue ? whenRight : whenWrong, item.AnswersLine),
                new ItemAnswer(new ItemText("false"), isTrue ? 0 : 1, isTrue ? whenWrong : whenRight, item.AnswersLine),
            ],
        };
    }

    private static QuestionItem? ReadNumerical(QuestionItem item, string body, Findings findings)
    {
        var entries = Entries(body, item.AnswersLine);
        if (entries.Count == 0)
        {
            entries = [new Entry('=', body.Trim(), item.AnswersLine)];
        }

        var answers = new List<ItemAnswer>();
        foreach (var entry in entries)
        {
            if (Parse(entry, 1m, item, findings) is not { } answer)
            {
                return null;
            }

            // « ~#… » at the end is Moodle's comment on any other number.
            var isRest = entry.Mark == '~' && answer.Text.Length == 0;
            if ((isRest ? "*" : Number(answer.Text)) is not { } number)
            {
                findings.Error(entry.Line, $"Question « {Called(item)} » : « {answer.Text} » n’est pas un nombre. Écrivez par exemple « {{#3.14:0.01}} » ou « {{#1..5}} ».");
                return null;
            }

            answers.Add(new ItemAnswer(new ItemText(number), isRest ? 0 : answer.Weight, GiftParser.Text(answer.Feedback, item.Stem.Format), entry.Line));
        }

        return item with { Kind = ItemKind.Numerical, Answers = answers };
    }

    private static QuestionItem? ReadChoices(QuestionItem item, string body, Findings findings)
    {
        var entries = Entries(body, item.AnswersLine);
        if (entries.Count == 0)
        {
            findings.Error(item.AnswersLine, $"Question « {Called(item)} » : aucun choix. Commencez chaque choix par « = » (juste) ou « ~ » (faux).");
            return null;
        }

        var isShort = entries.TrueForAll(entry => entry.Mark == '=');
        if (isShort && entries.TrueForAll(entry => IsPair(entry.Text)))
        {
            return item with { Kind = ItemKind.Matching, Pairs = [.. entries.Select(entry => Pair(entry.Text, item.Stem.Format))] };
        }

        var isMultiple = !isShort && entries.TrueForAll(entry => entry.Mark == '~') && entries.Exists(entry => entry.Text.TrimStart().StartsWith('%'));
        var answers = new List<ItemAnswer>();
        foreach (var entry in entries)
        {
            if (Parse(entry, entry.Mark == '=' ? 1m : 0m, item, findings) is not { } answer)
            {
                return null;
            }

            answers.Add(new ItemAnswer(GiftParser.Text(answer.Text, item.Stem.Format), answer.Weight, GiftParser.Text(answer.Feedback, item.Stem.Format), entry.Line));
        }

        return item with { Kind = isShort ? ItemKind.ShortAnswer : isMultiple ? ItemKind.MultipleChoice : ItemKind.SingleChoice, Answers = answers };
    }

    /// <summary>An arrow in a comment makes no pair.</summary>
    private static bool IsPair(string text) => GiftSource.Find(text, "->") is >= 0 and var arrow && GiftSource.Find(text[..arrow], "#") < 0;

    private static ItemPair Pair(string text, string? format)
    {
        var arrow = GiftSource.Find(text, "->");
        return new ItemPair(GiftParser.Text(text[..arrow], format), GiftSource.Unescape(text[(arrow + 2)..]).Trim());
    }

    private static Answer? Parse(Entry entry, decimal weight, QuestionItem item, Findings findings)
    {
        var text = entry.Text.TrimStart();
        if (Weight().Match(text) is { Success: true } given)
        {
            weight = decimal.Parse(given.Groups["weight"].Value, CultureInfo.InvariantCulture) / 100m;
            text = text[given.Length..];
            if (weight is < -1 or > 1)
            {
                findings.Error(entry.Line, $"Question « {Called(item)} » : un poids va de -100 à 100.");
                return null;
            }
        }

        var feedback = GiftSource.Find(text, "#");
        return feedback < 0
            ? new Answer(text.Trim(), weight, string.Empty)
            : new Answer(text[..feedback].Trim(), weight, text[(feedback + 1)..].Trim());
    }

    private static List<Entry> Entries(string body, int line)
    {
        var entries = new List<Entry>();
        var start = -1;
        for (var at = 0; at <= body.Length; at++)
        {
            if (at < body.Length && body[at] == '\\')
            {
                at++;
                continue;
            }

            if (at < body.Length && body[at] is not ('=' or '~'))
            {
                continue;
            }

            if (start >= 0)
            {
                var text = body[(start + 1)..Math.Min(at, body.Length)];
                entries.Add(new Entry(body[start], text, line + body.AsSpan(0, start).Count('\n')));
            }

            start = at;
        }

        return entries;
    }

    private static List<string> SplitFeedback(string text)
    {
        var parts = new List<string>();
        var at = GiftSource.Find(text, "#");
        while (at >= 0)
        {
            text = text[(at + 1)..];
            at = GiftSource.Find(text, "#");
            parts.Add((at < 0 ? text : text[..at]).Trim());
        }

        return parts;
    }

    private static string Called(QuestionItem item) => item.Name.Length > 0 ? item.Name : GiftReader.Shorten(item.Stem.Text);

    [GeneratedRegex(@"\A\s*(?<value>TRUE|T|FALSE|F)\s*(?=#|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"\A%(?<weight>-?\d{1,3}(\.\d{1,5})?)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weight();

    private sealed record Entry(char Mark, string Text, int Line);

    private sealed record Answer(string Text, decimal Weight, string Feedback);
}
