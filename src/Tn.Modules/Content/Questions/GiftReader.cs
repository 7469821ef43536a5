using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>
/// Reads GIFT as lessons and certification banks hold it: every question must have an identifier of its own and be one that
/// the exam engine can ask. <see cref="GiftParser"/> reads what other files hold.
/// </summary>
internal sealed partial class GiftReader(GiftParser parser, QuestionBuilder builder)
{
    /// <param name="text">One or more questions.</param>
    /// <param name="file">As named in findings.</param>
    /// <param name="firstLine">The line of the file at which the text begins.</param>
    public GiftResult Read(string text, string file, int firstLine)
    {
        var findings = new Findings(file);
        var questions = new List<GiftQuestion>();
        foreach (var item in parser.Read(text, findings, firstLine))
        {
            if (!CheckId(item, findings))
            {
                continue;
            }

            var losses = new Findings(file);
            if (builder.Build(item, findings, losses) is { } question)
            {
                RefuseTwice(questions, question, findings);
                questions.Add(question);
            }

            findings.Add(losses.All);
        }

        return new GiftResult(questions, findings.All);
    }

    /// <summary>True when a text can be a question's identifier here.</summary>
    public static bool IsIdentifier(string id) => Identifier().IsMatch(id);

    internal static string Shorten(string text) => text.Trim() is { Length: > 40 } words ? $"{words[..40].TrimEnd()}…" : text.Trim();

    private static bool CheckId(QuestionItem item, Findings findings)
    {
        if (item.Id.Length == 0)
        {
            findings.Error(item.Line, $"La question « {Shorten(item.Stem.Text)} » n’a pas d’identifiant. Commencez-la par « ::identifiant:: ».");
            return false;
        }

        if (item.IdNumber is not null && item.Name.Length > 0 && item.IdNumber != item.Name)
        {
            findings.Warn(item.Line, $"Deux identifiants pour une question : « {item.IdNumber} » et « {item.Name} ». Le premier est gardé.");
        }

        if (!IsIdentifier(item.Id))
        {
            findings.Error(item.Line, $"L’identifiant « {Shorten(item.Id)} » ne convient pas : lettres minuscules sans accent, chiffres, points et tirets, 60 au plus.");
        }

        return true;
    }

    private static void RefuseTwice(List<GiftQuestion> questions, GiftQuestion question, Findings findings)
    {
        if (questions.Find(other => other.Question.Id == question.Question.Id) is { } first)
        {
            findings.Error(question.Line, $"L’identifiant « {question.Question.Id} » sert déjà à la ligne {first.Line}. Chaque question a le sien.");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,59}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
