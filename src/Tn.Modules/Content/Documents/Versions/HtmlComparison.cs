using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Tn.Content.Documents.Versions;

/// <summary>
/// Two rendered texts as one: the newer, with what came in <c>&lt;ins&gt;</c> and what went in <c>&lt;del&gt;</c>.
/// Blocks (paragraphs, items, rows) are matched first, then the words within those that changed.
/// Both texts are sanitised already; only their own elements are copied, without ids, so that nothing new can come of it.
/// </summary>
internal static class HtmlComparison
{
    /// <summary>From this share of words in common on, a block is the same one, changed.</summary>
    private const double Alike = 0.4;

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
        { "UL", "OL", "LI", "DL", "DD", "BLOCKQUOTE", "DIV", "TABLE", "THEAD", "TBODY", "TFOOT", "TR", "BODY" };

    private static readonly HashSet<string> Blocks = new(Containers, StringComparer.Ordinal)
        { "P", "H2", "H3", "H4", "H5", "H6", "PRE", "DT", "TD", "TH", "CAPTION", "HR" };

    /// <summary>The comparison as HTML to be shown as it is.</summary>
    /// <param name="before">Sanitised.</param>
    /// <param name="after">Sanitised.</param>
    public static ComparedHtml Between(string before, string after)
    {
        if (before == after)
        {
            return new ComparedHtml(after, Changed: false);
        }

        var parser = new HtmlParser();
        using var old = parser.ParseDocument(before);
        using var now = parser.ParseDocument(after);
        using var result = parser.ParseDocument(string.Empty);
        foreach (var element in old.All.Concat(now.All))
        {
            element.RemoveAttribute("id");
        }

        var marks = new ChangeMarks(result);
        CompareChildren(old.Body!, now.Body!, result.Body!, marks);
        return new ComparedHtml(result.Body!.InnerHtml, marks.Any);
    }

    private static void CompareChildren(IElement old, IElement now, IElement into, ChangeMarks marks)
    {
        if (!AreBlocks(old, now))
        {
            InlineComparison.Compare(old, now, into, marks);
            return;
        }

        var before = Pieces(old);
        var after = Pieces(now);
        foreach (var run in Sequences.Between([.. before.Select(Key)], [.. after.Select(Key)]))
        {
            for (var at = 0; at < run.Same; at++)
            {
                into.AppendChild(marks.Copy(after[run.NewStart + at], deep: true));
            }

            Replace(before.Slice(run.OldStart, run.Removed), after.Slice(run.NewStart, run.Added), into, marks);
        }
    }

    /// <summary>Blocks that gave way to others: those that are alike are compared, the rest went or came.</summary>
    private static void Replace(List<INode> before, List<INode> after, IElement into, ChangeMarks marks)
    {
        var from = 0;
        foreach (var node in after)
        {
            var match = Match(before, from, node);
            if (match < 0)
            {
                marks.AppendWhole(into, node, added: true);
                continue;
            }

            for (; from < match; from++)
            {
                marks.AppendWhole(into, before[from], added: false);
            }

            CompareBlocks((IElement)before[from++], (IElement)node, into, marks);
        }

        for (; from < before.Count; from++)
        {
            marks.AppendWhole(into, before[from], added: false);
        }
    }

    private static void CompareBlocks(IElement old, IElement now, IElement into, ChangeMarks marks)
    {
        var block = (IElement)marks.Copy(now, deep: false);
        into.AppendChild(block);
        CompareChildren(old, now, block, marks);
    }

    // Only a few blocks ahead are looked at: a text that moved further is told as gone and come.
    private static int Match(List<INode> before, int from, INode node)
    {
        const int Ahead = 8;
        for (var at = from; at < Math.Min(before.Count, from + Ahead); at++)
        {
            if (node is IElement now && before[at] is IElement old && old.NodeName == now.NodeName && WordBags.Share(TextOf(old), TextOf(now)) >= Alike)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>True when both hold blocks, or one does and the other nothing yet.</summary>
    private static bool AreBlocks(IElement old, IElement now) =>
        (HoldsBlocks(old) || !old.HasChildNodes) && (HoldsBlocks(now) || !now.HasChildNodes) && (HoldsBlocks(old) || HoldsBlocks(now));

    private static bool HoldsBlocks(IElement element) =>
        Containers.Contains(element.NodeName) && element.Children.Any(child => Blocks.Contains(child.NodeName));

    /// <summary>The text of a block, its inner blocks apart from one another.</summary>
    private static string TextOf(IElement element) => string.Join(' ', element.Descendants<IText>().Select(text => text.Data));

    private static List<INode> Pieces(IElement element) =>
        [.. element.ChildNodes.Where(node => node is IElement || (node is IText text && !string.IsNullOrWhiteSpace(text.Data)))];

    private static string Key(INode node) => node is IElement element ? element.OuterHtml : node.TextContent;
}

/// <param name="Changed">False when both say the same.</param>
internal sealed record ComparedHtml(string Html, bool Changed);
