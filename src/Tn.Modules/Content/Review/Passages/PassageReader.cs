using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tn.Content.Documents;
using Tn.Content.Questions;

namespace Tn.Content.Review.Passages;

/// <summary>Cuts a version as shown into its passages, in reading order: title, summary, objectives, then each block of the text.</summary>
internal static partial class PassageReader
{
    // Sixteen hexadecimal digits: two passages of one document will not meet by chance.
    private const int FingerprintLength = 16;

    public static IReadOnlyList<Passage> Of(ContentVersion version)
    {
        var learning = version.Parts.LearningPart ?? new LearningPart();
        var pieces = Plain(PassageKind.Title, [version.DisplayText])
            .Concat(Plain(PassageKind.Summary, [learning.Summary]))
            .Concat(Plain(PassageKind.Objective, learning.Objectives))
            .Concat(version.Rendered.Parts.SelectMany(Pieces));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. pieces.Select(piece => piece with { Occurrence = seen[piece.Fingerprint] = seen.GetValueOrDefault(piece.Fingerprint) + 1 })];
    }

    private static IEnumerable<Passage> Plain(PassageKind kind, IEnumerable<string> texts) =>
        texts.Where(text => text.Length > 0).Select(text => Piece(kind, text, $"<p>{InlineText.Encode(text)}</p>", string.Empty));

    private static IEnumerable<Passage> Pieces(RenderedPart part)
    {
        if (part.Question is { } question)
        {
            var html = HtmlOf(question);
            return [Piece(PassageKind.Question, WordsOf(html), html, string.Empty) with { Question = question }];
        }

        return Blocks(part.Html, part.Kind == PartKind.Facilitator ? PassageKind.Facilitator : PassageKind.Text);
    }

    private static List<Passage> Blocks(string html, PassageKind kind)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return [.. document.Body!.ChildNodes
            .Where(node => node is IElement || (node is IText && node.TextContent.Trim().Length > 0))
            .Select(node => Block(node, kind))];
    }

    private static Passage Block(INode node, PassageKind kind)
    {
        var element = node as IElement;
        var targets = element?.QuerySelectorAll("[src], [href]").Select(one => one.GetAttribute("src") ?? one.GetAttribute("href")) ?? [];
        var html = element?.OuterHtml ?? $"<p>{InlineText.Encode(node.TextContent)}</p>";
        return Piece(kind, WordsOf(node), html, string.Join('\n', targets));
    }

    /// <summary>The question with its key as one text, so that a changed key is a changed passage.</summary>
    private static string HtmlOf(Question question)
    {
        var html = new StringBuilder($"<div>{question.StemHtml}</div><ul>");
        var isText = question.Kind.IsTyped();
        foreach (var choice in question.Choices)
        {
            var text = isText ? InlineText.Encode(choice.TextHtml) : choice.TextHtml;
            html.Append(French.Culture, $"<li>{text} ({(choice.Weight > 0 ? "juste" : "faux")}, {choice.Weight:P0}) : {choice.FeedbackHtml}</li>");
        }

        return html.Append("</ul><div>").Append(question.GeneralFeedbackHtml).Append("</div>").ToString();
    }

    private static Passage Piece(PassageKind kind, string words, string html, string targets)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{words.Normalize()}\n{targets}"));
        return new Passage(Convert.ToHexStringLower(hash)[..FingerprintLength], 1, kind, words, html);
    }

    private static string WordsOf(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return WordsOf(document.Body!);
    }

    /// <summary>Plain text, spaces of all kinds folded; an image counts as what it is said to show.</summary>
    private static string WordsOf(INode node)
    {
        var words = string.Join(' ', node.DescendantsAndSelf().Select(one => one switch
        {
            IText text => text.Data,
            IElement element => element.GetAttribute("alt") ?? string.Empty,
            _ => string.Empty,
        }));
        return Spaces().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
