using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>Reads Aiken (docs.moodle.org, « Aiken format »): a question, choices « A. … » or « A) … », then « ANSWER: A ».</summary>
internal static partial class AikenReader
{
    /// <summary>The questions, in the file's order.</summary>
    public static IReadOnlyList<QuestionItem> Read(string text, Findings findings)
    {
        var items = new List<QuestionItem>();
        var stem = new List<string>();
        var choices = new List<(string Letter, string Text, int Line)>();
        var (number, start) = (0, 1);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (AnswerLine().Match(line) is { Success: true } answer)
            {
                Add(items, stem, choices, answer.Groups["letter"].Value, start, number, findings);
            }
            else if (stem.Count > 0 && ChoiceLine().Match(line) is { Success: true } choice)
            {
                choices.Add((choice.Groups["letter"].Value, choice.Groups["text"].Value.Trim(), number));
            }
            else if (line.Length > 0)
            {
                if (choices.Count > 0)
                {
                    findings.Error(number, "Après les choix vient la ligne « ANSWER: » suivie de la lettre du choix juste.");
                    choices.Clear();
                    stem.Clear();
                }

                start = stem.Count == 0 ? number : start;
                stem.Add(line);
            }
        }

        if (stem.Count > 0)
        {
            findings.Error(start, $"La question « {GiftReader.Shorten(stem[0])} » n’a pas de ligne « ANSWER: ».");
        }

        return items;
    }

    private static void Add(List<QuestionItem> items, List<string> stem, List<(string Letter, string Text, int Line)> choices, string right, int start, int line, Findings findings)
    {
        if (choices.Count < 2)
        {
            findings.Error(line, "Il faut au moins deux choix, « A. » et « B. », avant la ligne « ANSWER: ».");
        }
        else if (!choices.Exists(choice => choice.Letter == right))
        {
            findings.Error(line, $"« ANSWER: {right} » : aucun choix ne porte cette lettre.");
        }
        else
        {
            items.Add(new QuestionItem
            {
                Kind = ItemKind.SingleChoice,
                Stem = new ItemText(string.Join('\n', stem), "plain"),
                Answers = [.. choices.Select(choice => new ItemAnswer(new ItemText(choice.Text, "plain"), choice.Letter == right ? 1 : 0, ItemText.Empty, choice.Line))],
                Line = start,
                AnswersLine = choices[0].Line,
            });
        }

        stem.Clear();
        choices.Clear();
    }

    [GeneratedRegex(@"\AANSWER:\s*(?<letter>[A-Z])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"\A(?<letter>[A-Z])[.)]\s+(?<text>.+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChoiceLine();
}
