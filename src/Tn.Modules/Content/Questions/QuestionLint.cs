using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>
/// Says what real banks get wrong: a public French bank has the right answer first in 192 of 192 questions,
/// and a vendor's check has questions without a right answer.
/// </summary>
internal static partial class QuestionLint
{
    private const int EnoughToJudge = 12;
    private const double PlaceShareAllowed = 0.40;
    private const double LongestShareAllowed = 0.45;
    private const int OverlapLength = 12;

    /// <summary>Findings about one question.</summary>
    public static IEnumerable<Finding> Question(GiftQuestion question, string file)
    {
        var findings = new Findings(file);
        var id = question.Question.Id;
        var choices = question.Question.Choices;
        if (!choices.Any(choice => choice.Weight > 0))
        {
            findings.Error(question.Line, $"Question « {id} » : aucune réponse juste.", "no-right-answer");
        }

        if (question.Question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice)
        {
            if (choices.Count < 3)
            {
                findings.Warn(question.Line, $"Question « {id} » : moins de trois choix, on devine trop facilement.", "too-few-choices");
            }

            Compare(question, findings);
        }

        if (!question.Question.Kind.IsTyped() && choices.Any(choice => choice.FeedbackHtml.Length == 0))
        {
            findings.Warn(question.Line, $"Question « {id} » : un choix n’a pas de commentaire. Dites pourquoi il est juste ou faux.", "feedback-missing");
        }

        foreach (var choice in question.ChoiceTexts.Where(text => AllOrNone().IsMatch(Plain(text))))
        {
            findings.Warn(question.Line, $"Question « {id} » : « {GiftReader.Shorten(choice)} » n’apprend rien. Remplacez ce choix par une erreur plausible.", "all-or-none");
        }

        if (choices.Any(choice => DontKnow().IsMatch(Plain(choice.TextHtml))))
        {
            findings.Warn(question.Line, $"Question « {id} » : « Je ne sais pas » est ajouté par le site, ne l’écrivez pas.", "dont-know");
        }

        return findings.All;
    }

    /// <summary>Findings about every question of a bank, and about the bank as a whole.</summary>
    /// <param name="isBank">False for any file of questions: it may hold what a certification bank may not, or nothing to ask.</param>
    public static IReadOnlyList<Finding> Bank(IReadOnlyList<GiftQuestion> questions, string file, bool isBank = true)
    {
        var findings = new Findings(file);
        findings.Add(questions.SelectMany(question => Question(question, file)));
        foreach (var question in questions.Where(question => question.Question.Kind == QuestionKind.SingleChoice && question.Question.Choices.Count != 4))
        {
            findings.Warn(question.Line, $"Question « {question.Question.Id} » : une banque de certification attend quatre choix.", "four-choices");
        }

        foreach (var question in questions.Where(question => question.Question.Difficulty is null))
        {
            findings.Note(question.Line, $"Question « {question.Question.Id} » : difficulté absente ([tag:facile], [tag:moyen] ou [tag:difficile]).", "difficulty-missing");
        }

        if (questions.Count == 0 && isBank)
        {
            findings.Error(0, "La banque ne contient aucune question.", "bank-empty");
        }

        JudgeTogether(questions, findings);
        return findings.All;
    }

    /// <summary>Findings about the questions of a lesson: each alone, and all together when there are enough.</summary>
    public static IReadOnlyList<Finding> Lesson(IReadOnlyList<GiftQuestion> questions, string file)
    {
        var findings = new Findings(file);
        findings.Add(questions.SelectMany(question => Question(question, file)));
        JudgeTogether(questions, findings);
        return findings.All;
    }

    private static void JudgeTogether(IReadOnlyList<GiftQuestion> questions, Findings findings)
    {
        var single = questions.Where(question => question.Question.Kind == QuestionKind.SingleChoice).ToList();
        if (single.Count >= EnoughToJudge)
        {
            JudgePlaces(single, findings);
            JudgeLengths(single, findings);
        }
    }

    private static void JudgePlaces(List<GiftQuestion> questions, Findings findings)
    {
        foreach (var (place, count) in questions.CountBy(RightPlace))
        {
            var share = (double)count / questions.Count;
            if (share > PlaceShareAllowed)
            {
                findings.Warn(0, $"La bonne réponse est à la place {place + 1} dans {count} questions sur {questions.Count}. Répartissez-la.", "right-place");
            }
        }
    }

    private static void JudgeLengths(List<GiftQuestion> questions, Findings findings)
    {
        var longest = questions.Count(question => question.ChoiceTexts
            .Where((_, at) => at != RightPlace(question))
            .All(other => other.Length < question.ChoiceTexts[RightPlace(question)].Length));
        if ((double)longest / questions.Count > LongestShareAllowed)
        {
            findings.Warn(0, $"La bonne réponse est la plus longue dans {longest} questions sur {questions.Count} : on la devine à sa longueur.", "right-longest");
        }
    }

    private static int RightPlace(GiftQuestion question)
    {
        var weights = question.Question.Choices.Select(choice => choice.Weight).ToList();
        return weights.IndexOf(weights.Max());
    }

    private static void Compare(GiftQuestion question, Findings findings)
    {
        var plain = question.ChoiceTexts.Select(Plain).ToList();
        var ranges = question.ChoiceTexts.Select(NumericRange.Read).ToList();
        for (var one = 0; one < plain.Count; one++)
        {
            for (var other = one + 1; other < plain.Count; other++)
            {
                if (plain[one] == plain[other])
                {
                    findings.Error(question.Line, $"Question « {question.Question.Id} » : deux choix disent la même chose (« {GiftReader.Shorten(question.ChoiceTexts[one])} »).", "same-choices");
                }
                else if (ranges[one] is { } range && ranges[other] is { } next && range.Overlaps(next))
                {
                    findings.Warn(question.Line, $"Question « {question.Question.Id} » : « {GiftReader.Shorten(question.ChoiceTexts[one])} » et « {GiftReader.Shorten(question.ChoiceTexts[other])} » se recouvrent.", "overlapping-choices");
                }
                else if (Contains(plain[one], plain[other]) || Contains(plain[other], plain[one]))
                {
                    findings.Warn(question.Line, $"Question « {question.Question.Id} » : un choix en contient un autre (« {GiftReader.Shorten(question.ChoiceTexts[one])} »).", "choice-in-choice");
                }
            }
        }
    }

    private static bool Contains(string whole, string part) =>
        part.Length >= OverlapLength && whole.Contains(part, StringComparison.Ordinal);

    /// <summary>Lower case, no accents, no punctuation, single spaces.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\b(toutes|aucune) (les|des|ces|de ces) (autres )?(reponses|propositions)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AllOrNone();

    [GeneratedRegex(@"^je ne sais pas$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DontKnow();
}
