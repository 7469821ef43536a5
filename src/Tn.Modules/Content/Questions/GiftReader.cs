using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>
/// Reads Moodle's GIFT format: single and multiple choice with weights, true or false, short answer, number; ids,
/// <c>[id:]</c> and <c>[tag:]</c> comments, categories, escapes, feedback, text formats. What it cannot read it names with its line.
/// </summary>
internal sealed partial class GiftReader(GiftAnswers answers, InlineText texts)
{
    private static readonly string[] Difficulties = ["facile", "moyen", "difficile"];

    /// <param name="text">One or more questions.</param>
    /// <param name="file">As named in findings.</param>
    /// <param name="firstLine">The line of the file at which the text begins.</param>
    public GiftResult Read(string text, string file, int firstLine)
    {
        var source = new GiftSource(text.ReplaceLineEndings("\n"), firstLine);
        var findings = new Findings(file);
        var questions = new List<GiftQuestion>();
        var remarks = new Remarks();
        for (source.SkipSpace(); !source.IsEnd; source.SkipSpace())
        {
            if (source.Sees("//"))
            {
                remarks.Read(source.RestOfLine());
            }
            else if (source.Sees("$CATEGORY"))
            {
                source.RestOfLine();
            }
            else
            {
                var line = source.Line;
                if (ReadQuestion(source, remarks, findings) is { } question)
                {
                    RefuseTwice(questions, question, findings, line);
                    questions.Add(question);
                }

                remarks = new Remarks();
            }
        }

        return new GiftResult(questions, findings.All);
    }

    private GiftQuestion? ReadQuestion(GiftSource source, Remarks remarks, Findings findings)
    {
        var line = source.Line;
        var id = ReadId(source, remarks, findings);
        var start = source.Until("{", "\n\n");
        if (start is null || source.IsEnd || source.Current != '{')
        {
            findings.Error(line, $"La question « {Shorten(start ?? id)} » n’a pas de réponses entre accolades. Ajoutez « {{ … }} », ou protégez par \\ une accolade du texte.");
            Recover(source);
            return null;
        }

        source.Skip(1);
        var answerLine = source.Line;
        // A second brace means that this one was forgotten: the question after it would vanish into an answer.
        if (source.Until("}", "{") is not { } block || source.Current == '{')
        {
            findings.Error(line, $"L’accolade ouverte à la question « {id} » n’est pas refermée.");
            Recover(source);
            return null;
        }

        source.Skip(1);
        var tail = source.RestOfLine();
        return Build(id, start, tail, block, new GiftPlace(line, answerLine), remarks, findings);
    }

    private GiftQuestion? Build(string id, string start, string tail, string block, GiftPlace place, Remarks remarks, Findings findings)
    {
        var (format, stem) = SplitFormat(start);
        if (tail.Trim().Length > 0)
        {
            stem = $"{stem.TrimEnd()} _____ {tail.Trim()}";
        }

        if (string.IsNullOrWhiteSpace(stem))
        {
            findings.Error(place.Line, $"La question « {id} » n’a pas d’énoncé.");
            return null;
        }

        if (id.Length == 0)
        {
            findings.Error(place.Line, $"La question « {Shorten(stem)} » n’a pas d’identifiant. Commencez-la par « ::identifiant:: ».");
            return null;
        }

        var read = answers.Read(id, block, format, place.AnswerLine, findings);
        if (read is null)
        {
            return null;
        }

        var question = new Question(
            id,
            read.Kind,
            texts.Render(GiftSource.Unescape(stem), format),
            [.. read.Choices.Select(choice => choice.Choice)],
            read.GeneralFeedbackHtml,
            remarks.Tags.FirstOrDefault(Difficulties.Contains));
        return new GiftQuestion(question, place.Line, [.. read.Choices.Select(choice => choice.Text)]);
    }

    private static string ReadId(GiftSource source, Remarks remarks, Findings findings)
    {
        var line = source.Line;
        var title = string.Empty;
        if (source.Sees("::"))
        {
            source.Skip(2);
            if (source.Until("::", "\n") is { } found && source.Sees("::"))
            {
                title = GiftSource.Unescape(found).Trim();
                source.Skip(2);
            }
            else
            {
                findings.Error(line, "L’identifiant commencé par « :: » n’est pas refermé par « :: ».");
            }
        }

        var id = remarks.Id ?? title;
        if (remarks.Id is not null && title.Length > 0 && remarks.Id != title)
        {
            findings.Warn(line, $"Deux identifiants pour une question : « {remarks.Id} » et « {title} ». Le premier est gardé.");
        }

        if (id.Length > 0 && !Identifier().IsMatch(id))
        {
            findings.Error(line, $"L’identifiant « {Shorten(id)} » ne convient pas : lettres minuscules sans accent, chiffres, points et tirets, 60 au plus.");
        }

        return id;
    }

    private static void RefuseTwice(List<GiftQuestion> questions, GiftQuestion question, Findings findings, int line)
    {
        if (questions.Find(other => other.Question.Id == question.Question.Id) is { } first)
        {
            findings.Error(line, $"L’identifiant « {question.Question.Id} » sert déjà à la ligne {first.Line}. Chaque question a le sien.");
        }
    }

    /// <summary>To the next empty line: one broken question must not hide the others' findings.</summary>
    private static void Recover(GiftSource source)
    {
        if (source.Until("\n\n") is null)
        {
            source.Skip(int.MaxValue);
        }
    }

    internal static (string? Format, string Text) SplitFormat(string text)
    {
        var match = Format().Match(text);
        return match.Success ? (match.Groups["format"].Value, text[match.Length..]) : (null, text);
    }

    internal static string Shorten(string text) => text.Trim() is { Length: > 40 } words ? $"{words[..40].TrimEnd()}…" : text.Trim();

    [GeneratedRegex(@"\A\s*\[(?<format>html|markdown|moodle|plain)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Format();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,59}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();

    /// <summary>What comment lines say of the next question.</summary>
    private sealed partial class Remarks
    {
        public string? Id { get; private set; }

        public List<string> Tags { get; } = [];

        public void Read(string comment)
        {
            foreach (Match mark in Mark().Matches(comment))
            {
                if (mark.Groups["name"].Value == "id")
                {
                    Id = mark.Groups["value"].Value.Trim();
                }
                else
                {
                    Tags.Add(mark.Groups["value"].Value.Trim().ToLowerInvariant());
                }
            }
        }

        [GeneratedRegex(@"\[(?<name>id|tag):(?<value>[^\]]*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Mark();
    }
}

/// <summary>Where a question and its answers begin.</summary>
internal sealed record GiftPlace(int Line, int AnswerLine);
