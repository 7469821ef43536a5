using System.Globalization;
using System.Net;
using System.Text;

namespace Tn.Courses.Questions;

/// <summary>What an answer is worth, in a word.</summary>
internal enum Verdict
{
    Right,
    Partly,
    Wrong,

    /// <summary>« Je ne sais pas ».</summary>
    Unknown,
}

/// <summary>A graded answer.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Matched">The choices that the answer met: those chosen, or the accepted answer recognised.</param>
internal sealed record Grade(decimal Score, Verdict Verdict, IReadOnlyList<Choice> Matched);

/// <summary>
/// Grades an answer: a pure function of the question's pinned version and the answer.
/// Partial credit is the sum of the weights; penalties never take it below zero.
/// </summary>
/// @exemplary: a pure rule, with properties for tests
internal static class QuestionGrading
{
    /// <summary>Grades an answer that <see cref="Answer.CheckAgainst"/> accepts; any other is worth nothing.</summary>
    public static Grade Mark(Question question, Answer answer)
    {
        if (answer.DoesNotKnow)
        {
            return new Grade(0, Verdict.Unknown, []);
        }

        var matched = question.Kind switch
        {
            QuestionKind.ShortAnswer => Best(question.Choices.Where(choice => SameWords(Plain(choice), answer.Text))),
            QuestionKind.Numerical => Best(question.Choices.Where(choice => IsWithin(Plain(choice), answer.Text))),
            _ => [.. question.Choices.Where(choice => answer.Choices.Contains(choice.Id))],
        };
        var score = Math.Clamp(Rounded(matched.Sum(choice => choice.Weight)), 0, 1);
        return new Grade(score, VerdictOf(score), matched);
    }

    /// <summary>The word for a score.</summary>
    public static Verdict VerdictOf(decimal score) => score switch
    {
        1 => Verdict.Right,
        0 => Verdict.Wrong,
        _ => Verdict.Partly,
    };

    /// <summary>The choices that make a right answer, for whoever did not know.</summary>
    public static IReadOnlyList<Choice> RightChoices(Question question) =>
        question.Kind is QuestionKind.MultipleChoice
            ? [.. question.Choices.Where(choice => choice.Weight > 0)]
            : Best(question.Choices);

    // Three weights of 33.33333 % are meant to make a whole.
    private static decimal Rounded(decimal sum) => Math.Abs(sum - 1) < 0.001m ? 1 : sum;

    private static IReadOnlyList<Choice> Best(IEnumerable<Choice> choices) =>
        choices.MaxBy(choice => choice.Weight) is { } best ? [best] : [];

    private static string Plain(Choice choice) => WebUtility.HtmlDecode(choice.TextHtml);

    private static bool SameWords(string accepted, string? given) => given is not null && Folded(accepted) == Folded(given);

    private static bool IsWithin(string accepted, string? given) =>
        given is not null
        && NumberReading.Read(given) is { } number
        && NumberReading.Accepted(accepted) is { } bounds
        && number >= bounds.From && number <= bounds.To;

    /// <summary>Without case, accents, ligatures, kind of apostrophe or spare spaces.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character switch { '’' => "'", 'œ' => "oe", 'æ' => "ae", _ => character.ToString() });
            }
        }

        return folded.ToString().TrimEnd();
    }
}
