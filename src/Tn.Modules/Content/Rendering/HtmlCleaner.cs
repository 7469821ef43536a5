using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Tn.Content.Rendering;

/// <summary>
/// Keeps of a rendered text what is known to be harmless. Runs after rendering, on every path: switching raw HTML off in
/// Markdig was measured not to be a defence.
/// </summary>
internal sealed partial class HtmlCleaner
{
    private static readonly string[] Tags =
    [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "em", "strong", "b", "i", "del", "ins",
        "sub", "sup", "a", "img", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "hr", "br", "div", "span", "abbr", "kbd", "mark", "cite", "q", "small",
    ];

    private static readonly string[] Classes =
    [
        "tn-block", "tn-block__title", "tn-block--objectifs", "tn-block--a-retenir", "tn-block--cas", "tn-block--exercice", "tn-block--animateur",
        "tn-block--video", "tn-block--inconnu", "footnotes", "footnote-ref", "footnote-back-ref",
    ];

    private readonly HtmlSanitizer sanitizer = Configure();

    /// <summary>The clean HTML and its plain text.</summary>
    /// <param name="html">As rendered.</param>
    /// <param name="anchors">Ids the renderer gave; any other id goes, so that no text can take over an id of the page.</param>
    public CleanHtml Clean(string html, IReadOnlySet<string> anchors)
    {
        using var document = sanitizer.SanitizeDom(html);
        var body = document.Body!;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            CleanElement(element, anchors);
        }

        Typeset(body);
        return new CleanHtml(body.InnerHtml.Trim(), PlainText(body));
    }

    private static HtmlSanitizer Configure()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set(Tags),
            AllowedAttributes = Set("href", "src", "alt", "title", "id", "class", "colspan", "rowspan", "start"),
            AllowedSchemes = Set("https", "mailto"),
            UriAttributes = Set("href", "src"),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            AllowedCssProperties = Set(),
        };
        var configured = new HtmlSanitizer(options) { AllowDataAttributes = false, KeepChildNodes = false };
        configured.AllowedClasses.UnionWith(Classes);
        return configured;
    }

    private static void CleanElement(IElement element, IReadOnlySet<string> anchors)
    {
        if (element.Id is { } id && !anchors.Contains(id) && !FootnoteId().IsMatch(id))
        {
            element.RemoveAttribute("id");
        }

        switch (element)
        {
            case IHtmlAnchorElement:
                CleanLink(element);
                break;
            case IHtmlImageElement:
                CleanImage(element);
                break;
            case IHtmlTableElement:
                WrapTable(element);
                break;
            case IHtmlTableHeaderCellElement when element.ParentElement?.ParentElement?.LocalName == "thead":
                element.SetAttribute("scope", "col");
                break;
        }
    }

    private static void CleanLink(IElement link)
    {
        var href = link.GetAttribute("href");
        if (href is null || !SafeLink().IsMatch(href))
        {
            link.RemoveAttribute("href");
            return;
        }

        if (href.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            link.SetAttribute("rel", "noopener");
        }

        if (link.ClassList.Contains("footnote-back-ref"))
        {
            link.SetAttribute("aria-label", "Revenir au texte");
        }
        else if (link.ClassList.Contains("footnote-ref"))
        {
            link.SetAttribute("aria-label", $"Note {link.TextContent}");
        }
    }

    /// <summary>Only our own images: an image elsewhere would tell a third party who reads what. Its words stay.</summary>
    private static void CleanImage(IElement image)
    {
        if (image.GetAttribute("src") is { } source && OwnImage().IsMatch(source))
        {
            var (alt, title) = (image.GetAttribute("alt"), image.GetAttribute("title"));
            // In this order and nothing else: pages turn images of the library into pictures by it.
            image.Attributes.ToList().ForEach(attribute => image.RemoveAttribute(attribute.Name));
            image.SetAttribute("src", source);
            image.SetAttribute("alt", alt ?? string.Empty);
            if (!string.IsNullOrEmpty(title))
            {
                image.SetAttribute("title", title);
            }

            return;
        }

        image.Replace(image.Owner!.CreateTextNode(image.GetAttribute("alt") ?? string.Empty));
    }

    private static void WrapTable(IElement table)
    {
        table.ClassName = "tn-table";
        var scroll = table.Owner!.CreateElement("div");
        scroll.ClassName = "tn-table-scroll";
        scroll.SetAttribute("tabindex", "0");
        scroll.SetAttribute("role", "region");
        scroll.SetAttribute("aria-label", $"Tableau {table.Owner.QuerySelectorAll(".tn-table-scroll").Length + 1}");
        table.Replace(scroll);
        scroll.AppendChild(table);
    }

    /// <summary>French spacing: no line begins with « ? » or ends with « « ». Code is left as typed.</summary>
    private static void Typeset(IElement body)
    {
        foreach (var text in body.Descendants<IText>().ToList())
        {
            if (text.ParentElement is not { } parent || parent.Closest("code, pre, kbd") is null)
            {
                text.TextContent = Typography.French(text.TextContent);
            }
        }
    }

    private static string PlainText(IElement body)
    {
        var words = new StringBuilder();
        foreach (var text in body.Descendants<IText>())
        {
            words.Append(text.TextContent);
            if (text.NextSibling is null)
            {
                words.Append(' ');
            }
        }

        return Spaces().Replace(words.ToString(), " ").Trim();
    }

    private static HashSet<string> Set(params string[] values) => new(values, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^fn(ref)?:\d{1,4}(:\d{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FootnoteId();

    // https, mailto, an anchor, or an address of this site; neither "//host" nor "/\host".
    [GeneratedRegex(@"^(https://[^\s\\]+|mailto:[^\s\\]+|#[^\s\\]*|/([^\s\\/][^\s\\]*)?|\.{1,2}/[^\s\\]*|[A-Za-z0-9_-][A-Za-z0-9_./-]*([?#][^\s\\]*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SafeLink();

    [GeneratedRegex(@"^/[A-Za-z0-9_-][A-Za-z0-9_./-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnImage();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

/// <param name="Html">Ready to be shown.</param>
/// <param name="Text">Its words.</param>
internal sealed record CleanHtml(string Html, string Text);
