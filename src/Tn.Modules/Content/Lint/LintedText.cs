using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tn.Content.Documents;
using Tn.Content.Documents.Redirects;
using Tn.Content.Questions;
using Tn.Content.Rendering;

namespace Tn.Content.Lint;

/// <summary>A link to a page of this site.</summary>
/// <param name="Path">As redirects compare addresses.</param>
internal sealed record InternalLink(string Path, int Line);

/// <summary>A version's text, parsed once for all checks. It was rendered within its budget when it was saved.</summary>
internal sealed partial class LintedText
{
    // Only tells apart what stands on this site from what does not.
    private static readonly Uri Here = new("https://ici.invalid/");

    private readonly MarkdownDocument? document;

    private LintedText(ContentVersion version, MarkdownDocument? document, GiftReader gift)
    {
        Version = version;
        this.document = document;
        Questions = QuestionsOf(version, document, gift);
    }

    public ContentVersion Version { get; }

    public IReadOnlyList<GiftQuestion> Questions { get; }

    public static LintedText Of(ContentVersion version, GiftReader gift) =>
        new(version, version.Parts.MarkdownBodyPart is { } body ? MarkdownText.Parse(body.Markdown) : null, gift);

    /// <summary>The paragraphs' words.</summary>
    public IEnumerable<string> Paragraphs => (document?.Descendants<ParagraphBlock>() ?? []).Select(MarkdownText.WordsOf);

    /// <summary>Links to pages of this site, resolved from where the document stands.</summary>
    public IEnumerable<InternalLink> Links
    {
        get
        {
            var own = SitePages.UrlOf(Version.ContentType, Version.Slug, Version.Parts.AutoroutePart?.Path) ?? "/";
            foreach (var link in document?.Descendants<LinkInline>().Where(link => !link.IsImage) ?? [])
            {
                if (link.Url is { Length: > 0 } url && url[0] != '#' && Uri.TryCreate(new Uri(Here, own), url, out var target) && target.Host == Here.Host)
                {
                    yield return new InternalLink(RedirectAddress.Normal(Uri.UnescapeDataString(target.AbsolutePath)), link.Line + 1);
                }
            }
        }
    }

    /// <summary>What the writer should look at in the text itself.</summary>
    public void Check(Findings findings)
    {
        if (document is null)
        {
            return;
        }

        LessonRenderer.Inspect(document, findings, 0);
        CheckHeadings(findings);
        foreach (var node in document.Descendants())
        {
            var html = node switch { HtmlBlock block => block.Lines.ToString(), HtmlInline inline => inline.Tag, _ => null };
            if (node is LinkInline { IsImage: true, Url: { } url } && Elsewhere().IsMatch(url))
            {
                findings.Warn(node.Line + 1, $"L’image « {GiftReader.Shorten(url)} » est chez un tiers : elle n’est pas affichée, pour ne rien dire des lecteurs. Ajoutez-la au site.", "third-party");
            }
            else if (html is not null && Fetches().IsMatch(html))
            {
                findings.Warn(node.Line + 1, "Ce HTML demande quelque chose à un autre site : il est enlevé, pour ne rien dire des lecteurs.", "third-party");
            }
        }
    }

    private void CheckHeadings(Findings findings)
    {
        var level = 1;
        foreach (var heading in document!.Descendants<HeadingBlock>())
        {
            if (heading.Level > level + 1)
            {
                findings.Warn(heading.Line + 1, $"Le titre « {GiftReader.Shorten(MarkdownText.WordsOf(heading))} » saute un niveau : après {new string('#', Math.Max(1, level))} vient {new string('#', level + 1)}.", "heading-jump");
            }

            level = heading.Level;
        }
    }

    private static List<GiftQuestion> QuestionsOf(ContentVersion version, MarkdownDocument? document, GiftReader gift) =>
        version.Parts.QuestionBankPart is { } bank
            ? [.. gift.Read(bank.Gift, version.Slug, 1).Questions]
            : [.. (document?.OfType<FencedCodeBlock>().Where(LessonBlocks.IsGift) ?? [])
                .SelectMany(fence => gift.Read(fence.Lines.ToString(), version.Slug, fence.Line + 2).Questions)];

    [GeneratedRegex(@"^\s*(https?:)?//", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(\b(src|srcset|data|poster|background)\s*=|<link\b|url\s*\(|@import)[^>]*//", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fetches();
}
