using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>Texts inside questions: Markdown by default, HTML or plain where the author says so; always sanitised.</summary>
internal sealed partial class InlineText(HtmlCleaner cleaner)
{
    private static readonly HashSet<string> NoAnchors = [];

    /// <summary>The text as clean HTML, without an enclosing paragraph when it is only one.</summary>
    /// <param name="format"><c>html</c>, <c>markdown</c>, <c>moodle</c>, <c>plain</c> or null.</param>
    public string Render(string text, string? format)
    {
        text = text.Trim();
        // Most choices are plain sentences: the sanitiser costs more than the rest of a package together.
        if (format == "plain" || (format != "html" && !Marked().IsMatch(text)))
        {
            return Typography.French(Encode(text));
        }

        var html = format == "html" ? text : MarkdownText.Render(MarkdownText.Parse(text));
        var clean = cleaner.Clean(html, NoAnchors).Html;
        return SingleParagraph().Match(clean) is { Success: true } only ? only.Groups["inside"].Value : clean;
    }

    /// <summary>Plain text made safe in HTML; accents stay readable.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    // Anything that Markdown or HTML could read as more than words.
    [GeneratedRegex(@"[<>&*_`\[\]\\!|~^#\n]|^\s*(\d+[.)]|[-+:])\s|^\s{4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\A<p>(?<inside>(?:(?!</?p>).)*)</p>\z", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SingleParagraph();
}
