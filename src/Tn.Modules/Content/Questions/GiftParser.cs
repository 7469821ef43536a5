using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>
/// Reads Moodle's GIFT format as Moodle documents it (docs.moodle.org, « GIFT format »): all question types, weights,
/// feedback, general feedback, text formats, categories, ids and tags in comments, escapes. What it cannot read it names with its line.
/// </summary>
internal sealed partial class GiftParser
{
    /// <summary>The questions, in the file's order.</summary>
    /// <param name="findings">Receives what could not be read.</param>
    /// <param name="firstLine">The line of the file at which the text begins.</param>
    public IReadOnlyList<QuestionItem> Read(string text, Findings findings, int firstLine = 1)
    {
        var source = new GiftSource(BlankLine().Replace(text.ReplaceLineEndings("\n"), string.Empty), firstLine);
        var items = new List<QuestionItem>();
        var remarks = new Remarks();
        var category = string.Empty;
        for (source.SkipSpace(); !source.IsEnd; source.SkipSpace())
        {
            if (source.Sees("//"))
            {
                remarks.Read(source.RestOfLine());
            }
            else if (source.Sees("$CATEGORY:"))
            {
                category = GiftSource.Unescape(source.RestOfLine()["$CATEGORY:".Length..]).Trim();
            }
            else
            {
                if (ReadQuestion(source, findings) is { } item)
                {
                    items.Add(item with { Category = category, IdNumber = remarks.Id, Tags = remarks.Tags });
                }

                remarks = new Remarks();
            }
        }

        return items;
    }

    /// <summary>A text's own format, when it begins with one.</summary>
    internal static ItemText Text(string escaped, string? format)
    {
        var match = Format().Match(escaped);
        var text = GiftSource.Unescape(match.Success ? escaped[match.Length..] : escaped).Trim();
        return text.Length == 0 ? ItemText.Empty : new ItemText(text, match.Success ? match.Groups["format"].Value : format);
    }

    internal static string WithoutComments(string text) => CommentLine().Replace(text, string.Empty);

    private static QuestionItem? ReadQuestion(GiftSource source, Findings findings)
    {
        var line = source.Line;
        var name = ReadName(source, findings);
        var start = source.Until("{", "\n\n") ?? source.Rest();
        if (source.IsEnd || source.Current != '{')
        {
            var stem = Text(WithoutComments(start), null);
            return new QuestionItem { Kind = ItemKind.Description, Name = name, Stem = stem, Line = line, AnswersLine = line };
        }

        source.Skip(1);
        var answersLine = source.Line;
        // A second brace means that this one was forgotten: the question after it would vanish into an answer.
        if (source.Until("}", "{") is not { } block || source.Current == '{')
        {
            findings.Error(line, $"L’accolade ouverte à la question « {GiftReader.Shorten(name.Length > 0 ? name : start)} » n’est pas refermée.");
            Recover(source);
            return null;
        }

        source.Skip(1);
        return Build(name, WithGap(WithoutComments(start), source.RestOfLine()), block, line, answersLine, findings);
    }

    private static QuestionItem? Build(string name, string stem, string block, int line, int answersLine, Findings findings)
    {
        var text = Text(stem, null);
        if (text.IsEmpty)
        {
            findings.Error(line, $"La question « {name} » n’a pas d’énoncé.");
            return null;
        }

        var shell = new QuestionItem { Kind = ItemKind.Essay, Name = name, Stem = text, Line = line, AnswersLine = answersLine };
        return GiftAnswers.Read(shell, WithoutComments(block), findings);
    }

    /// <summary>A missing word: what stands after the braces goes on with the sentence, as Moodle writes it.</summary>
    private static string WithGap(string stem, string tail) =>
        tail.Trim().Length == 0 ? stem : $"{stem.TrimEnd()} _____ {tail.Trim()}";

    private static string ReadName(GiftSource source, Findings findings)
    {
        if (!source.Sees("::"))
        {
            return string.Empty;
        }

        source.Skip(2);
        if (source.Until("::", "\n") is { } found && source.Sees("::"))
        {
            source.Skip(2);
            return GiftSource.Unescape(found).Trim();
        }

        findings.Error(source.Line, "L’identifiant commencé par « :: » n’est pas refermé par « :: ».");
        return string.Empty;
    }

    /// <summary>To the next empty line: one broken question must not hide the others' findings.</summary>
    private static void Recover(GiftSource source)
    {
        if (source.Until("\n\n") is null)
        {
            source.Skip(int.MaxValue);
        }
    }

    [GeneratedRegex(@"\A\s*\[(?<format>html|markdown|moodle|plain)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Format();

    [GeneratedRegex(@"(?<=\n)[ \t]*//[^\n]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentLine();

    [GeneratedRegex(@"^[ \t]+$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankLine();

    /// <summary>What comment lines say of the next question.</summary>
    private sealed partial class Remarks
    {
        public string? Id { get; private set; }

        public List<string> Tags { get; } = [];

        public void Read(string comment)
        {
            foreach (Match mark in Mark().Matches(comment))
            {
                var value = mark.Groups["value"].Value.Replace("\\]", "]", StringComparison.Ordinal).Trim();
                if (value.Length == 0)
                {
                    continue;
                }

                if (mark.Groups["name"].Value == "id")
                {
                    Id = value;
                }
                else
                {
                    Tags.Add(value);
                }
            }
        }

        [GeneratedRegex(@"\[(?<name>id|tag):(?<value>(\\\]|[^\]])*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Mark();
    }
}
