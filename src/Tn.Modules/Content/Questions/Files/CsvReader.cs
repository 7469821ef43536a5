using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>
/// Reads questions from a table, one a line, as a spreadsheet saves it (comma, semicolon or tab; quotes where needed).
/// Columns, found by their names in the first line: <c>id</c>, <c>type</c>, <c>question</c>, <c>format</c>, <c>choix 1</c> to <c>choix 20</c>,
/// <c>commentaire 1</c> to <c>commentaire 20</c>, <c>juste</c>, <c>commentaire</c>, <c>difficulte</c>, <c>etiquettes</c>, <c>categorie</c>.
/// Described in docs/question-files.md.
/// </summary>
internal static class CsvReader
{
    private const int MaximumChoices = 20;

    /// <summary>The questions, in the file's order.</summary>
    public static IReadOnlyList<QuestionItem> Read(string text, Findings findings)
    {
        var items = new List<QuestionItem>();
        using var table = new TextFieldParser(new StringReader(text)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        table.SetDelimiters(Separator(text));
        Dictionary<string, int>? columns = null;
        while (!table.EndOfData)
        {
            var line = (int)table.LineNumber;
            try
            {
                var fields = table.ReadFields() ?? [];
                if (columns is null)
                {
                    columns = Columns(fields, findings);
                    if (columns is null)
                    {
                        return [];
                    }
                }
                else if (fields.Any(field => field.Length > 0) && Item(new Row(columns, fields, line), findings) is { } item)
                {
                    items.Add(item);
                }
            }
            catch (MalformedLineException)
            {
                findings.Error(line, "La ligne ne se lit pas : un guillemet n’est pas refermé.");
            }
        }

        return items;
    }

    /// <summary>True when the first line names a column « question ».</summary>
    public static bool Looks(string text)
    {
        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n'))).ToString();
        return first.Split(Separator(text)).Any(name => Name(name.Trim('"')) == "question");
    }

    private static string Separator(string text)
    {
        var end = text.IndexOf('\n');
        var first = end < 0 ? text : text[..end];
        return new[] { ";", "\t", "," }.MaxBy(mark => first.Split(mark).Length)!;
    }

    private static Dictionary<string, int>? Columns(string[] names, Findings findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++)
        {
            if (names[at].Length > 0 && !columns.TryAdd(Name(names[at]), at))
            {
                findings.Error(1, $"La colonne « {names[at]} » est là deux fois.");
            }
        }

        if (!columns.ContainsKey("question"))
        {
            findings.Error(1, "La première ligne doit nommer les colonnes, dont « question ».");
            return null;
        }

        return columns;
    }

    private static QuestionItem? Item(Row row, Findings findings)
    {
        if (row["question"].Length == 0)
        {
            findings.Error(row.Line, "La colonne « question » est vide.");
            return null;
        }

        var format = row["format"].ToLowerInvariant() is { Length: > 0 } given ? given : "plain";
        var shell = new QuestionItem
        {
            Kind = ItemKind.Description,
            Name = row["id"],
            Tags = [.. row["etiquettes"].Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(row["difficulte"]).Where(tag => tag.Length > 0)],
            Category = row["categorie"],
            Stem = new ItemText(row["question"], format),
            GeneralFeedback = row["commentaire"] is { Length: > 0 } general ? new ItemText(general, format) : ItemText.Empty,
            Line = row.Line,
            AnswersLine = row.Line,
        };
        return row["type"].ToLowerInvariant() switch
        {
            "" or "choix" => Choice(shell, row, format, findings),
            "vrai-faux" or "vrai ou faux" => Truth(shell, row, format, findings),
            "texte" => shell with { Kind = ItemKind.ShortAnswer, Answers = [.. Choices(row, format).Select(choice => choice with { Weight = 1, Text = choice.Text with { Format = null } })] },
            "nombre" => Numbers(shell, row, format, findings),
            "redaction" or "rédaction" => shell with { Kind = ItemKind.Essay },
            "description" => shell,
            var other => Unknown(other, row, findings),
        };
    }

    private static QuestionItem? Unknown(string type, Row row, Findings findings)
    {
        findings.Error(row.Line, $"Le type « {type} » n’existe pas ; il peut être : choix, vrai-faux, texte, nombre, redaction, description.");
        return null;
    }

    private static QuestionItem? Choice(QuestionItem shell, Row row, string format, Findings findings)
    {
        var choices = Choices(row, format).ToList();
        var right = row["juste"].Split([',', ' ', '+', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Place).ToList();
        if (right.Count == 0 || right.Exists(place => place < 1 || place > choices.Count))
        {
            findings.Error(row.Line, $"La colonne « juste » vaut « {row["juste"]} » ; écrivez le numéro ou la lettre du choix juste, par exemple 2, ou 1,3 quand il y en a plusieurs.");
            return null;
        }

        var share = Math.Floor(100000m / right.Count) / 100000m;
        return shell with
        {
            Kind = right.Count == 1 ? ItemKind.SingleChoice : ItemKind.MultipleChoice,
            Answers = [.. choices.Select((choice, at) => choice with { Weight = right.Contains(at + 1) ? share : 0 })],
        };
    }

    private static QuestionItem? Truth(QuestionItem shell, Row row, string format, Findings findings)
    {
        var said = row["juste"].ToLowerInvariant();
        if (said is not ("vrai" or "faux" or "v" or "f"))
        {
            findings.Error(row.Line, $"La colonne « juste » vaut « {row["juste"]} » ; écrivez vrai ou faux.");
            return null;
        }

        var isTrue = said.StartsWith('v');
        return shell with
        {
            Kind = ItemKind.TrueFalse,
            Answers =
            [
                new ItemAnswer(new ItemText("true"), isTrue ? 1 : 0, Comment(row, 1, format), row.Line),
                new ItemAnswer(new ItemText("false"), isTrue ? 0 : 1, Comment(row, 2, format), row.Line),
            ],
        };
    }

    private static QuestionItem? Numbers(QuestionItem shell, Row row, string format, Findings findings)
    {
        var answers = new List<ItemAnswer>();
        foreach (var choice in Choices(row, format))
        {
            if (GiftAnswers.Number(choice.Text.Text.Replace(',', '.')) is not { } number)
            {
                findings.Error(row.Line, $"« {choice.Text.Text} » n’est pas un nombre. Écrivez par exemple 3,14:0,01 ou 1..5.");
                return null;
            }

            answers.Add(choice with { Text = new ItemText(number), Weight = 1 });
        }

        return shell with { Kind = ItemKind.Numerical, Answers = answers };
    }

    private static IEnumerable<ItemAnswer> Choices(Row row, string format) =>
        from number in Enumerable.Range(1, MaximumChoices)
        let text = row[$"choix {number.ToString(CultureInfo.InvariantCulture)}"]
        where text.Length > 0
        select new ItemAnswer(new ItemText(text, format), 0, Comment(row, number, format), row.Line);

    private static ItemText Comment(Row row, int number, string format) =>
        row[$"commentaire {number.ToString(CultureInfo.InvariantCulture)}"] is { Length: > 0 } text ? new ItemText(text, format) : ItemText.Empty;

    /// <summary>1 for « 1 » or « A »; 0 for what is neither.</summary>
    private static int Place(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : said.Length == 1 && char.IsAsciiLetter(said[0]) ? char.ToUpperInvariant(said[0]) - 'A' + 1 : 0;

    private static string Name(string written) => written.Trim().ToLowerInvariant().Replace('é', 'e').Replace('_', ' ');

    private sealed record Row(Dictionary<string, int> Columns, string[] Fields, int Line)
    {
        public string this[string column] => Columns.TryGetValue(column, out var at) && at < Fields.Length ? Fields[at].ReplaceLineEndings("\n").Trim() : string.Empty;
    }
}
