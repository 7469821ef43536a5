using System.Globalization;
using System.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Questions;

namespace Tn.Content.Rendering;

/// <summary>Turns an author's Markdown into parts: text, questions, notes for the facilitator. All HTML is sanitised.</summary>
internal sealed class LessonRenderer(HtmlCleaner cleaner, GiftReader gift)
{
    /// <param name="markdown">The text, without front matter.</param>
    /// <param name="findings">Receives what is to be corrected.</param>
    /// <param name="lineOffset">Lines before the text in its file.</param>
    public RenderedBody? Render(string markdown, Findings findings, int lineOffset)
    {
        MarkdownDocument document;
        try
        {
            document = MarkdownText.Parse(markdown);
        }
        catch (ArgumentException)
        {
            // Markdig's depth limit.
            findings.Error(lineOffset, "Le texte imbrique trop de listes, de citations ou de crochets. Simplifiez-le.");
            return null;
        }

        Inspect(document, findings, lineOffset);
        var contents = AnchorHeadings(document);
        var anchors = document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        var parts = Split(document, anchors, text, findings, lineOffset);
        var plain = text.ToString().Trim();
        return new RenderedBody(parts, contents, CountWords(plain), plain);
    }

    private List<RenderedPart> Split(MarkdownDocument document, HashSet<string> anchors, StringBuilder text, Findings findings, int lineOffset)
    {
        var parts = new List<RenderedPart>();
        var run = new List<Block>();
        foreach (var block in document)
        {
            if (!LessonBlocks.IsGift(block) && !LessonBlocks.IsFacilitator(block))
            {
                run.Add(block);
                continue;
            }

            Flush(run, anchors, parts, text);
            if (block is FencedCodeBlock fence)
            {
                parts.AddRange(Questions(fence, findings, lineOffset));
            }
            else
            {
                parts.Add(new RenderedPart(PartKind.Facilitator, cleaner.Clean(MarkdownText.Render([block]), anchors).Html));
            }
        }

        Flush(run, anchors, parts, text);
        return parts;
    }

    private void Flush(List<Block> run, HashSet<string> anchors, List<RenderedPart> parts, StringBuilder text)
    {
        var clean = cleaner.Clean(MarkdownText.Render(run), anchors);
        run.Clear();
        if (clean.Html.Length > 0)
        {
            parts.Add(new RenderedPart(PartKind.Text, clean.Html));
            text.Append(clean.Text).Append(' ');
        }
    }

    private IEnumerable<RenderedPart> Questions(FencedCodeBlock fence, Findings findings, int lineOffset)
    {
        var read = gift.Read(fence.Lines.ToString(), findings.File, lineOffset + fence.Line + 2);
        findings.Add(read.Findings);
        findings.Add(read.Questions.SelectMany(question => QuestionLint.Question(question, findings.File)));
        return read.Questions.Select(question => new RenderedPart(PartKind.Question, string.Empty, question.Question));
    }

    private static List<Heading> AnchorHeadings(MarkdownDocument document)
    {
        var contents = new List<Heading>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page's own title is its only first-level heading.
            heading.Level = Math.Clamp(heading.Level, 2, 6);
            var words = MarkdownText.WordsOf(heading).Trim();
            var slug = Slug(words);
            var anchor = slug;
            for (var number = 2; !used.Add(anchor); number++)
            {
                anchor = $"{slug}-{number}";
            }

            heading.GetAttributes().Id = anchor;
            if (heading.Parent is MarkdownDocument && heading.Level <= 4 && words.Length > 0)
            {
                contents.Add(new Heading(anchor, Typography.French(words), heading.Level));
            }
        }

        return contents;
    }

    /// <summary>What the writer should look at, with its line.</summary>
    internal static void Inspect(MarkdownDocument document, Findings findings, int lineOffset)
    {
        foreach (var node in document.Descendants())
        {
            var line = lineOffset + node.Line + 1;
            switch (node)
            {
                case CustomContainer container when LessonBlocks.TitleOf(container) is null:
                    findings.Warn(line, $"Le bloc « ::: {container.Info} » n’existe pas. Les blocs connus sont : {string.Join(", ", LessonBlocks.Names)}.", "unknown-block");
                    break;
                case CustomContainer container when LessonBlocks.IsFacilitator(container) && container.Parent is not MarkdownDocument:
                    findings.Error(line, "Un bloc « animateur » ne peut pas se trouver à l’intérieur d’un autre bloc. Sortez-le.", "nested-block");
                    break;
                case FencedCodeBlock fence when LessonBlocks.IsGift(fence) && fence.Parent is not MarkdownDocument:
                    findings.Error(line, "Une question ne peut pas se trouver à l’intérieur d’un autre bloc. Sortez-la.", "nested-question");
                    break;
                case HtmlBlock or HtmlInline:
                    findings.Warn(line, "Ce texte contient du HTML : il sera nettoyé. Écrivez-le plutôt en Markdown.", "raw-html");
                    break;
                case HeadingBlock { Level: 1 }:
                    findings.Warn(line, "Les titres commencent à « ## » : le titre de la page est celui du document.", "heading-level");
                    break;
                case LinkInline { IsImage: true } image when image.FirstChild is null && !IsOfLibrary(image):
                    findings.Warn(line, "Image sans texte de remplacement. Écrivez entre les crochets ce qu’elle montre.", "image-alt");
                    break;
                case LinkInline { Url: { } url } when url.StartsWith("http:", StringComparison.OrdinalIgnoreCase):
                    findings.Warn(line, $"Le lien « {url} » n’est pas en https : il ne sera pas suivi.", "link-not-https");
                    break;
            }
        }
    }

    /// <summary>An image of the library says itself what it shows; whether it does is for <see cref="Tn.Content.Media.MediaCheck"/> to say.</summary>
    private static bool IsOfLibrary(LinkInline image) => image.Url is { } url && MediaAddress.IdsIn(url).Count > 0;

    /// <summary>Prefixed, so that a heading named like an id of the page cannot take its place.</summary>
    private static string Slug(string words)
    {
        var slug = new StringBuilder("s");
        foreach (var letter in words.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(slug.Length == 1 ? "-" : string.Empty).Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug[^1] != '-' && slug.Length > 1)
            {
                slug.Append('-');
            }

            if (slug.Length >= 60)
            {
                break;
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
