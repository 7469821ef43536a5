using AngleSharp.Dom;

namespace Tn.Content.Documents.Versions;

/// <summary>
/// Marks what came and what went: the elements browsers and screen readers know, and a word that is read where they are not announced.
/// </summary>
internal sealed class ChangeMarks(IDocument document)
{
    /// <summary>True once something was marked.</summary>
    public bool Any { get; private set; }

    public INode Text(string text) => document.CreateTextNode(text);

    /// <summary>A copy that belongs to the result.</summary>
    public INode Copy(INode node, bool deep) => document.Import(node, deep);

    /// <summary>Opens a mark in a block, for words to be written into.</summary>
    public IElement Open(IElement into, bool added)
    {
        Any = true;
        var mark = document.CreateElement(added ? "ins" : "del");
        into.AppendChild(mark);
        mark.AppendChild(Said(added ? "[ajouté :] " : "[enlevé :] "));
        return mark;
    }

    /// <summary>A whole block that came or went: its text is marked block by block, so that lists and tables stay what they are.</summary>
    public void AppendWhole(IElement into, INode node, bool added)
    {
        if (node is not IElement element)
        {
            Open(into, added).AppendChild(Copy(node, deep: true));
            return;
        }

        var copy = (IElement)Copy(element, deep: true);
        into.AppendChild(copy);
        foreach (var leaf in Leaves(copy).ToList())
        {
            MarkContent(leaf, added);
        }
    }

    private void MarkContent(IElement leaf, bool added)
    {
        var content = leaf.ChildNodes.ToList();
        var mark = Open(leaf, added);
        foreach (var node in content)
        {
            mark.AppendChild(node);
        }
    }

    /// <summary>The innermost blocks; what holds no block is one itself.</summary>
    private static IEnumerable<IElement> Leaves(IElement element)
    {
        var inner = element.Children.Where(child => child.NodeName is "P" or "LI" or "UL" or "OL" or "DL" or "DT" or "DD" or "DIV" or "BLOCKQUOTE" or "PRE"
            or "TABLE" or "THEAD" or "TBODY" or "TFOOT" or "TR" or "TD" or "TH" or "CAPTION" or "H2" or "H3" or "H4" or "H5" or "H6").ToList();
        return inner.Count == 0 ? [element] : inner.SelectMany(Leaves);
    }

    private IElement Said(string words)
    {
        var said = document.CreateElement("span");
        said.ClassName = "tn-visually-hidden";
        said.TextContent = words;
        return said;
    }
}
