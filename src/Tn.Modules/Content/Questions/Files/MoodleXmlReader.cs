using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>Reads Moodle XML (docs.moodle.org, « Moodle XML format ») without DTD, entities or anything outside the file.</summary>
internal static class MoodleXmlReader
{
    private const int MaximumDepth = 32;

    // What Moodle writes for every question and says nothing of its content.
    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "name", "questiontext", "generalfeedback", "answer", "subquestion", "tags", "idnumber", "single",
        "defaultgrade", "penalty", "hidden", "shuffleanswers", "answernumbering", "showstandardinstruction", "usecase", "shownumcorrect",
        "responseformat", "responserequired", "responsefieldlines", "minwordlimit", "maxwordlimit", "attachments", "attachmentsrequired",
        "maxbytes", "filetypeslist", "graderinfo", "responsetemplate", "unitgradingtype", "unitpenalty", "showunits", "unitsleft", "units",
    };

    /// <summary>The questions; an error among the findings when the file is not such XML.</summary>
    /// <param name="losses">Receives what was left out of each question.</param>
    public static IReadOnlyList<QuestionItem> Read(byte[] bytes, Findings findings, Findings losses)
    {
        try
        {
            if (Load(bytes, findings) is not { Root.Name.LocalName: "quiz" } document)
            {
                if (!findings.HasError)
                {
                    findings.Error(1, "Ce n’est pas du Moodle XML : le fichier doit commencer par <quiz>.");
                }

                return [];
            }

            return [.. Items(document.Root!, losses)];
        }
        catch (XmlException wrong)
        {
            findings.Error(wrong.LineNumber, wrong.Message.Contains("DTD", StringComparison.Ordinal)
                ? "Le XML contient une définition de type (DTD) : refusé. Retirez la ligne « <!DOCTYPE … »."
                : $"Le XML est mal formé : {wrong.Message}");
            return [];
        }
    }

    private static XDocument? Load(byte[] bytes, Findings findings)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = QuestionFiles.MaximumBytes,
        };
        // A first pass without building anything: a deep document must not become a deep tree.
        using (var depth = XmlReader.Create(new MemoryStream(bytes), settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > MaximumDepth)
                {
                    findings.Error(((IXmlLineInfo)depth).LineNumber, "Le XML est imbriqué trop profondément.");
                    return null;
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
    }

    private static IEnumerable<QuestionItem> Items(XElement quiz, Findings losses)
    {
        var category = string.Empty;
        foreach (var question in quiz.Elements("question"))
        {
            var type = question.Attribute("type")?.Value ?? string.Empty;
            if (type == "category")
            {
                category = Plain(question.Element("category"));
            }
            else if (KindOf(question, type) is { } kind)
            {
                var item = Item(question, kind) with { Category = category };
                Report(question, item, losses);
                yield return item;
            }
            else
            {
                losses.Warn(LineOf(question), $"Question « {GiftReader.Shorten(Plain(question.Element("name")))} » : le type « {type} » de Moodle n’est pas lu. Elle est laissée de côté.");
            }
        }
    }

    private static ItemKind? KindOf(XElement question, string type) => type switch
    {
        "multichoice" => question.Element("single")?.Value.Trim() is "false" or "0" ? ItemKind.MultipleChoice : ItemKind.SingleChoice,
        "truefalse" => ItemKind.TrueFalse,
        "shortanswer" => ItemKind.ShortAnswer,
        "numerical" => ItemKind.Numerical,
        "matching" => ItemKind.Matching,
        "essay" => ItemKind.Essay,
        "description" => ItemKind.Description,
        _ => null,
    };

    private static QuestionItem Item(XElement question, ItemKind kind)
    {
        var answers = question.Elements("answer").Select(answer => Answer(answer, kind));
        return new QuestionItem
        {
            Kind = kind,
            Name = Plain(question.Element("name")),
            IdNumber = question.Element("idnumber")?.Value.Trim() is { Length: > 0 } id ? id : null,
            Tags = [.. question.Elements("tags").Elements("tag").Select(Plain).Where(tag => tag.Length > 0)],
            Stem = Text(question.Element("questiontext")),
            GeneralFeedback = Text(question.Element("generalfeedback")),
            Answers = kind == ItemKind.TrueFalse ? [.. answers.OrderBy(answer => answer.Text.Text == "true" ? 0 : 1)] : [.. answers],
            Pairs = [.. question.Elements("subquestion").Select(pair => new ItemPair(Text(pair), Plain(pair.Element("answer"))))],
            Line = LineOf(question),
            AnswersLine = LineOf(question.Element("answer") ?? question),
        };
    }

    private static ItemAnswer Answer(XElement answer, ItemKind kind)
    {
        var text = Text(answer);
        return new ItemAnswer(
            kind switch
            {
                ItemKind.Numerical => new ItemText(Number(answer)),
                ItemKind.TrueFalse => new ItemText(text.Text.ToLowerInvariant()),
                ItemKind.ShortAnswer => text with { Format = null },
                _ => text,
            },
            (GiftAnswers.Decimal(answer.Attribute("fraction")?.Value ?? "0") ?? 0) / 100m,
            Text(answer.Element("feedback")),
            LineOf(answer));
    }

    /// <summary>As items hold it; what is no number stays as written, and is refused later with its line.</summary>
    private static string Number(XElement answer)
    {
        var value = Plain(answer);
        return GiftAnswers.Decimal(value) is { } number
            ? GiftAnswers.Number(number, GiftAnswers.Decimal(answer.Element("tolerance")?.Value ?? "0") ?? 0)
            : value;
    }

    private static void Report(XElement question, QuestionItem item, Findings losses)
    {
        foreach (var part in question.Elements().Where(part => !Understood.Contains(part.Name.LocalName) && !string.IsNullOrWhiteSpace(part.Value)).DistinctBy(part => part.Name.LocalName))
        {
            losses.Note(LineOf(part), $"Question « {item.Id} » : « {part.Name.LocalName} » n’est pas repris.");
        }

        if (question.Descendants("file").Any())
        {
            losses.Warn(LineOf(question.Descendants("file").First()), $"Question « {item.Id} » : les images jointes ne sont pas reprises. Déposez-les dans la médiathèque.");
        }

        if (question.Element("usecase")?.Value.Trim() == "1")
        {
            losses.Warn(item.Line, $"Question « {item.Id} » : majuscules et minuscules ne sont pas distinguées ici.");
        }

        if (question.Elements("units").Elements().Any())
        {
            losses.Warn(item.Line, $"Question « {item.Id} » : les unités ne sont pas reprises. Dites l’unité attendue dans l’énoncé.");
        }
    }

    private static ItemText Text(XElement? element)
    {
        var text = Plain(element);
        return text.Length == 0 ? ItemText.Empty : new ItemText(text, element!.Attribute("format")?.Value switch
        {
            "html" => "html",
            "markdown" => "markdown",
            "plain_text" => "plain",
            "moodle_auto_format" => "moodle",
            _ => null,
        });
    }

    private static string Plain(XElement? element) => element?.Element("text")?.Value.ReplaceLineEndings("\n").Trim() ?? string.Empty;

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
