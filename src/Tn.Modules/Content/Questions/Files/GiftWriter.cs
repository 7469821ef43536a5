using System.Globalization;
using System.Text;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>Writes GIFT that Moodle and <see cref="GiftParser"/> read back as the same questions.</summary>
internal static class GiftWriter
{
    private const string Escaped = "~=#{}:\\";
    private static readonly string[] Formats = ["[html]", "[markdown]", "[moodle]", "[plain]"];

    /// <param name="losses">Receives what GIFT cannot hold.</param>
    public static string Write(IEnumerable<QuestionItem> items, Findings losses)
    {
        var text = new StringBuilder();
        var category = string.Empty;
        foreach (var item in items)
        {
            if (Unwritable(item) is { } reason)
            {
                losses.Error(item.Line, reason);
                continue;
            }

            text.Append(text.Length == 0 ? string.Empty : "\n");
            if (item.Category != category)
            {
                text.Append("$CATEGORY: ").Append(Escape(item.Category)).Append("\n\n");
                category = item.Category;
            }

            if (item is { Kind: ItemKind.Description, GeneralFeedback.IsEmpty: false })
            {
                losses.Warn(item.Line, $"Question « {item.Id} » : en GIFT, un texte sans réponse n’a pas de commentaire général. Il est laissé de côté.");
            }

            Write(item, text);
        }

        return text.ToString();
    }

    private static string? Unwritable(QuestionItem item) => item.Kind switch
    {
        ItemKind.ShortAnswer when item.Answers.Any(answer => $"{answer.Text.Text} {answer.Feedback.Text}".Contains("->", StringComparison.Ordinal)) =>
            $"Question « {item.Id} » : en GIFT, une réponse ou un commentaire qui contient « -> » serait lue comme un appariement. La question n’est pas écrite.",
        ItemKind.Matching when item.Pairs.Any(pair => pair.Left.Text.Contains("->", StringComparison.Ordinal)) =>
            $"Question « {item.Id} » : en GIFT, un côté gauche ne peut pas contenir « -> ». La question n’est pas écrite.",
        ItemKind.SingleChoice when !item.Answers.Any(answer => answer.Weight == 1) && item.Answers.Any(answer => answer.Weight != 0) =>
            $"Question « {item.Id} » : en GIFT, un choix unique sans réponse à 100 % deviendrait un choix multiple. La question n’est pas écrite.",
        ItemKind.ShortAnswer or ItemKind.SingleChoice or ItemKind.MultipleChoice or ItemKind.Numerical when item.Answers.Count == 0 =>
            $"Question « {item.Id} » : elle n’a aucune réponse. Elle n’est pas écrite.",
        ItemKind.Matching when item.Pairs.Count == 0 => $"Question « {item.Id} » : elle n’a aucune paire. Elle n’est pas écrite.",
        _ => null,
    };

    private static void Write(QuestionItem item, StringBuilder text)
    {
        var marks = item.Tags.Select(tag => $"[tag:{Mark(tag)}]").Prepend(item.IdNumber is { } id ? $"[id:{Mark(id)}]" : string.Empty).Where(mark => mark.Length > 0).ToList();
        if (marks.Count > 0)
        {
            text.Append("// ").AppendJoin(' ', marks).Append('\n');
        }

        if (item.Name.Length > 0)
        {
            text.Append("::").Append(Escape(item.Name)).Append("::");
        }

        // Without a title, a text that begins like a comment or a category would be read as one.
        var bare = item.Name.Length == 0 && item.Stem.Format is null && item.Stem.Text is ['/' or '$', ..];
        text.Append(bare ? "[markdown]" : string.Empty).Append(Text(item.Stem, null));
        if (item.Kind != ItemKind.Description)
        {
            text.Append('{');
            Answers(item, text);
            text.Append('}');
        }

        text.Append('\n');
    }

    private static void Answers(QuestionItem item, StringBuilder text)
    {
        var format = item.Stem.Format;
        switch (item.Kind)
        {
            case ItemKind.TrueFalse:
                TrueFalse(item, text);
                break;
            case ItemKind.Matching:
                foreach (var pair in item.Pairs)
                {
                    text.Append("\n\t=").Append(Text(pair.Left, format)).Append(" -> ").Append(Escape(pair.Right));
                }

                text.Append('\n');
                break;
            case ItemKind.Essay:
                break;
            default:
                text.Append(item.Kind == ItemKind.Numerical ? "#" : string.Empty);
                foreach (var answer in item.Answers)
                {
                    text.Append("\n\t").Append(Start(item.Kind, answer));
                    text.Append(Said(item.Kind, answer.Text, format));
                    Feedback(answer.Feedback, format, text);
                }

                text.Append('\n');
                break;
        }

        if (!item.GeneralFeedback.IsEmpty)
        {
            text.Append("####").Append(Text(item.GeneralFeedback, format)).Append('\n');
        }
    }

    private static void TrueFalse(QuestionItem item, StringBuilder text)
    {
        var right = item.Answers.FirstOrDefault(answer => answer.Weight > 0);
        var wrong = item.Answers.FirstOrDefault(answer => answer.Weight <= 0);
        text.Append(right?.Text.Text == "false" ? "FALSE" : "TRUE");
        var (first, second) = (wrong?.Feedback ?? ItemText.Empty, right?.Feedback ?? ItemText.Empty);
        if (!first.IsEmpty || !second.IsEmpty)
        {
            text.Append('#').Append(Text(first, item.Stem.Format));
        }

        Feedback(second, item.Stem.Format, text);
    }

    private static void Feedback(ItemText feedback, string? format, StringBuilder text)
    {
        if (!feedback.IsEmpty)
        {
            text.Append('#').Append(Text(feedback, format));
        }
    }

    private static string Start(ItemKind kind, ItemAnswer answer)
    {
        var weight = string.Create(CultureInfo.InvariantCulture, $"%{answer.Weight * 100:0.#####}%");
        // A text that begins with a percent sign would be read as its own weight.
        var bare = answer.Text.Text.StartsWith('%') ? weight : string.Empty;
        return (kind, answer.Weight) switch
        {
            (ItemKind.Numerical, _) when answer.Text.Text == "*" => "~",
            (ItemKind.Numerical or ItemKind.ShortAnswer or ItemKind.SingleChoice, 1) => $"={bare}",
            (ItemKind.Numerical or ItemKind.ShortAnswer, _) => $"={weight}",
            (ItemKind.SingleChoice, 0) => bare.Length == 0 ? "~" : $"~{bare}",
            _ => $"~{weight}",
        };
    }

    private static string Said(ItemKind kind, ItemText text, string? format) => kind switch
    {
        ItemKind.Numerical => text.Text.TrimStart('*'),
        // What one types has no format.
        ItemKind.ShortAnswer => Text(text with { Format = format }, format),
        _ => Text(text, format),
    };

    /// <summary>The text escaped, with its format when it is not the one it would inherit.</summary>
    private static string Text(ItemText text, string? inherited)
    {
        if (text.IsEmpty)
        {
            return string.Empty;
        }

        var looksMarked = Formats.Any(mark => text.Text.StartsWith(mark, StringComparison.Ordinal));
        var prefix = (text.Format ?? "markdown") == (inherited ?? "markdown") && !looksMarked ? string.Empty : $"[{text.Format ?? "markdown"}]";
        return (inherited is null && text.Format is not null ? $"[{text.Format}]" : prefix) + Escape(text.Text);
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            safe.Append(letter switch
            {
                '\n' => "\\n",
                _ when Escaped.Contains(letter) => $"\\{letter}",
                _ => letter.ToString(),
            });
        }

        return safe.ToString();
    }

    private static string Mark(string value) => value.ReplaceLineEndings(" ").Replace("]", "\\]", StringComparison.Ordinal);
}
