using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>Reads what stands between the braces of a GIFT question.</summary>
internal sealed partial class GiftAnswers(InlineText texts)
{
    /// <summary>The answers, or null after an error among the findings.</summary>
    /// <param name="format">The stem's text format: answers without their own follow it.</param>
    public GiftAnswerSet? Read(string id, string block, string? format, int line, Findings findings)
    {
        var body = WithoutComments(block);
        var general = string.Empty;
        var at = GiftSource.Find(body, "####");
        if (at >= 0)
        {
            general = texts.Render(GiftSource.Unescape(body[(at + 4)..]), format);
            body = body[..at];
        }

        var set = TrueFalse().Match(body) is { Success: true } truth
            ? ReadTrueFalse(truth, body, format)
            : body.TrimStart().StartsWith('#')
                ? ReadNumerical(id, body.TrimStart()[1..], format, line, findings)
                : ReadChoices(id, body, format, line, findings);
        return set is null ? null : set with { GeneralFeedbackHtml = general };
    }

    /// <summary>Ids of choices tell neither order nor weight: a short hash of the question's id and the choice's text.</summary>
    internal static string ChoiceId(string question, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\n{text}")))[..10];

    private GiftAnswerSet ReadTrueFalse(Match truth, string body, string? format)
    {
        var isTrue = truth.Groups["value"].Value.StartsWith('T');
        var feedbacks = SplitFeedback(body[truth.Length..]);
        var whenWrong = texts.Render(GiftSource.Unescape(feedbacks.ElementAtOrDefault(0) ?? string.Empty), format);
        var whenRight = texts.Render(GiftSource.Unescape(feedbacks.ElementAtOrDefault(1) ?? string.Empty), format);
        return new GiftAnswerSet(
            QuestionKind.TrueFalse,
            [
                new GiftChoice(new Choice("true", "Vrai", isTrue ? 1 : 0, isTrue ? whenRight : whenWrong), "Vrai"),
                new GiftChoice(new Choice("false", "Faux", isTrue ? 0 : 1, isTrue ? whenWrong : whenRight), "Faux"),
            ]);
    }

    private GiftAnswerSet? ReadNumerical(string id, string body, string? format, int line, Findings findings)
    {
        var entries = Entries(body, line);
        if (entries.Count == 0)
        {
            entries = [new Entry('=', body.Trim(), line)];
        }

        var choices = new List<GiftChoice>();
        foreach (var entry in entries)
        {
            var answer = Parse(entry, 1m, id, findings);
            if (answer is null)
            {
                return null;
            }

            if (Number(answer.Text) is not { } number)
            {
                findings.Error(entry.Line, $"Question « {id} » : « {answer.Text} » n’est pas un nombre. Écrivez par exemple « {{#3.14:0.01}} » ou « {{#1..5}} ».");
                return null;
            }

            choices.Add(Choice(id, number, number, answer, format));
        }

        return new GiftAnswerSet(QuestionKind.Numerical, choices);
    }

    private GiftAnswerSet? ReadChoices(string id, string body, string? format, int line, Findings findings)
    {
        var entries = Entries(body, line);
        if (entries.Count == 0)
        {
            findings.Error(line, body.Trim().Length == 0
                ? $"Question « {id} » : les réponses rédigées ne peuvent pas être corrigées ici. Donnez des choix."
                : $"Question « {id} » : aucun choix. Commencez chaque choix par « = » (juste) ou « ~ » (faux).");
            return null;
        }

        if (entries.TrueForAll(entry => entry.Mark == '=' && GiftSource.Find(entry.Text, "->") >= 0))
        {
            findings.Error(line, $"Question « {id} » : l’appariement (« -> ») n’est pas pris en charge. Faites-en plusieurs questions.");
            return null;
        }

        var isShort = entries.TrueForAll(entry => entry.Mark == '=');
        var isMultiple = !isShort && entries.TrueForAll(entry => entry.Mark == '~') && entries.Exists(entry => entry.Text.TrimStart().StartsWith('%'));
        var choices = new List<GiftChoice>();
        foreach (var entry in entries)
        {
            var answer = Parse(entry, entry.Mark == '=' ? 1m : 0m, id, findings);
            if (answer is null)
            {
                return null;
            }

            var (own, text) = GiftReader.SplitFormat(answer.Text);
            var plain = GiftSource.Unescape(text).Trim();
            choices.Add(Choice(id, plain, isShort ? plain : texts.Render(plain, own ?? format), answer, own ?? format));
        }

        var kind = isShort ? QuestionKind.ShortAnswer : isMultiple ? QuestionKind.MultipleChoice : QuestionKind.SingleChoice;
        return Check(id, new GiftAnswerSet(kind, choices), line, findings) ? new GiftAnswerSet(kind, choices) : null;
    }

    private GiftChoice Choice(string id, string plain, string shown, Answer answer, string? format) =>
        new(new Choice(ChoiceId(id, plain), shown, answer.Weight, texts.Render(GiftSource.Unescape(answer.Feedback), format)), plain);

    private static bool Check(string id, GiftAnswerSet set, int line, Findings findings)
    {
        var before = findings.All.Count;
        foreach (var twice in set.Choices.GroupBy(choice => choice.Choice.Id).Where(group => group.Count() > 1))
        {
            findings.Error(line, $"Question « {id} » : le choix « {GiftReader.Shorten(twice.First().Text)} » est écrit deux fois.");
        }

        if (set.Choices.Exists(choice => choice.Text.Length == 0))
        {
            findings.Error(line, $"Question « {id} » : un choix est vide.");
        }

        if (set.Kind == QuestionKind.SingleChoice && set.Choices.Count(choice => choice.Choice.Weight == 1) != 1)
        {
            findings.Error(line, $"Question « {id} » : il faut un choix juste (« = ») et un seul, ou des poids (« ~%50% ») quand il y en a plusieurs.");
        }

        if (set.Kind == QuestionKind.MultipleChoice && Math.Abs(set.Choices.Where(choice => choice.Choice.Weight > 0).Sum(choice => choice.Choice.Weight) - 1m) > 0.011m)
        {
            findings.Error(line, $"Question « {id} » : les poids des choix justes doivent faire 100 % ensemble.");
        }

        return findings.All.Count == before;
    }

    private static Answer? Parse(Entry entry, decimal weight, string id, Findings findings)
    {
        var text = entry.Text.TrimStart();
        if (Weight().Match(text) is { Success: true } given)
        {
            weight = decimal.Parse(given.Groups["weight"].Value, CultureInfo.InvariantCulture) / 100m;
            text = text[given.Length..];
            if (weight is < -1 or > 1)
            {
                findings.Error(entry.Line, $"Question « {id} » : un poids va de -100 à 100.");
                return null;
            }
        }

        var feedback = GiftSource.Find(text, "#");
        return feedback < 0
            ? new Answer(text.Trim(), weight, string.Empty)
            : new Answer(text[..feedback].Trim(), weight, text[(feedback + 1)..].Trim());
    }

    /// <summary><c>value:tolerance</c> from <c>3.14:0.01</c>, <c>1..5</c> or <c>7</c>; null when it is no number.</summary>
    private static string? Number(string text)
    {
        var range = text.Split("..", 2);
        if (range.Length == 2 && Decimal(range[0]) is { } low && Decimal(range[1]) is { } high && low <= high)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(low + high) / 2}:{(high - low) / 2}");
        }

        var parts = text.Split(':', 2);
        return Decimal(parts[0]) is { } value && (parts.Length == 1 ? 0 : Decimal(parts[1])) is >= 0 and { } tolerance
            ? string.Create(CultureInfo.InvariantCulture, $"{value}:{tolerance}")
            : null;
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

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

    private static string WithoutComments(string block) => CommentLine().Replace(block, string.Empty);

    [GeneratedRegex(@"\A\s*(?<value>TRUE|T|FALSE|F)\s*(?=#|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"\A%(?<weight>-?\d{1,3}(\.\d{1,5})?)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weight();

    [GeneratedRegex(@"^[ \t]*//[^\n]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentLine();

    private sealed record Entry(char Mark, string Text, int Line);

    private sealed record Answer(string Text, decimal Weight, string Feedback);
}

/// <param name="Text">The choice's plain text.</param>
internal sealed record GiftChoice(Choice Choice, string Text);

/// <summary>A question's answers.</summary>
internal sealed record GiftAnswerSet(QuestionKind Kind, List<GiftChoice> Choices, string GeneralFeedbackHtml = "");
