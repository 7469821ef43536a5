using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>Writes Moodle XML that Moodle and <see cref="MoodleXmlReader"/> read back as the same questions.</summary>
internal static class MoodleXmlWriter
{
    private const int NameLength = 80;

    /// <param name="losses">Receives what XML cannot hold.</param>
    public static string Write(IEnumerable<QuestionItem> items, Findings losses)
    {
        var quiz = new XElement("quiz");
        var category = string.Empty;
        foreach (var item in items)
        {
            if (item.Category != category)
            {
                quiz.Add(new XElement("question", new XAttribute("type", "category"), new XElement("category", Words(item.Category, item, losses))));
                category = item.Category;
            }

            quiz.Add(Question(item, losses));
        }

        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            quiz.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static XElement Question(QuestionItem item, Findings losses)
    {
        var question = new XElement("question", new XAttribute("type", TypeOf(item.Kind)));
        question.Add(new XElement("name", Words(item.Name.Length > 0 ? item.Name : Shorten(item.Stem.Text), item, losses)));
        question.Add(Text("questiontext", item.Stem, item, losses), Text("generalfeedback", item.GeneralFeedback, item, losses));
        if (item.IdNumber is { } id)
        {
            question.Add(new XElement("idnumber", Clean(id, item, losses)));
        }

        if (item.Kind is ItemKind.SingleChoice or ItemKind.MultipleChoice)
        {
            question.Add(new XElement("single", item.Kind == ItemKind.SingleChoice ? "true" : "false"), new XElement("shuffleanswers", "true"));
        }

        if (item.Kind == ItemKind.ShortAnswer)
        {
            question.Add(new XElement("usecase", "0"));
        }

        question.Add(item.Answers.Select(answer => Answer(answer, item, losses)));
        question.Add(item.Pairs.Select(pair =>
        {
            var sub = Text("subquestion", pair.Left, item, losses);
            sub.Add(new XElement("answer", Words(pair.Right, item, losses)));
            return sub;
        }));
        if (item.Tags.Count > 0)
        {
            question.Add(new XElement("tags", item.Tags.Select(tag => new XElement("tag", Words(tag, item, losses)))));
        }

        return question;
    }

    private static XElement Answer(ItemAnswer answer, QuestionItem item, Findings losses)
    {
        var element = Text("answer", answer.Text, item, losses);
        element.SetAttributeValue("fraction", (answer.Weight * 100).ToString("0.#####", CultureInfo.InvariantCulture));
        if (item.Kind == ItemKind.Numerical && answer.Text.Text.Split(':') is [var value, var tolerance])
        {
            element.Element("text")!.Value = value;
            element.Add(new XElement("tolerance", tolerance));
        }

        element.Add(Text("feedback", answer.Feedback, item, losses));
        return element;
    }

    private static XElement Text(string name, ItemText text, QuestionItem item, Findings losses) => new(
        name,
        new XAttribute("format", text.Format switch { "html" => "html", "plain" => "plain_text", "moodle" => "moodle_auto_format", _ => "markdown" }),
        Words(text.Text, item, losses));

    private static XElement Words(string text, QuestionItem item, Findings losses) => new("text", Clean(text, item, losses));

    /// <summary>XML 1.0 has no way to write most control characters, nor half of a pair.</summary>
    private static string Clean(string text, QuestionItem item, Findings losses)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)))
            {
                clean.Append(rune);
            }
        }

        if (clean.Length != text.Length)
        {
            losses.Warn(item.Line, $"Question « {item.Id} » : un caractère que le XML ne sait pas écrire est retiré.");
        }

        return clean.ToString();
    }

    private static string TypeOf(ItemKind kind) => kind switch
    {
        ItemKind.SingleChoice or ItemKind.MultipleChoice => "multichoice",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Shorten(string text) => text.ReplaceLineEndings(" ") is { Length: > NameLength } words ? words[..NameLength] : text.ReplaceLineEndings(" ");
}
