using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Tn.Content.Documents.Versions;

/// <summary>Compares what stands within one block word by word, keeping emphasis, links and images as they are.</summary>
internal static partial class InlineComparison
{
    /// <summary>Writes the comparison of two blocks' content into a third.</summary>
    public static void Compare(IElement old, IElement now, IElement into, ChangeMarks marks)
    {
        var before = Words(old);
        var after = Words(now);
        foreach (var run in Sequences.Between([.. before.Select(word => word.Key)], [.. after.Select(word => word.Key)]))
        {
            Write(after.Slice(run.NewStart, run.Same), into, marks);
            if (run.Removed > 0)
            {
                Write(before.Slice(run.OldStart, run.Removed), marks.Open(into, added: false), marks);
            }

            if (run.Added > 0)
            {
                Write(after.Slice(run.NewStart, run.Added), marks.Open(into, added: true), marks);
            }
        }
    }

    private static List<Word> Words(IElement block)
    {
        var words = new List<Word>();
        Collect(block, [], words);
        return words;
    }

    private static void Collect(INode node, IReadOnlyList<IElement> around, List<Word> words)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    words.AddRange(Pieces().Matches(text.Data).Select(match => Word.Of(match.Value, around)));
                    break;
                case IElement { ChildNodes.Length: 0 } alone:
                    words.Add(Word.Of(alone, around));
                    break;
                case IElement element:
                    Collect(element, [.. around, element], words);
                    break;
            }
        }
    }

    /// <summary>Words one after the other, those inside the same element in one copy of it.</summary>
    private static void Write(IReadOnlyList<Word> words, IElement into, ChangeMarks marks)
    {
        for (var at = 0; at < words.Count;)
        {
            var around = words[at].Around;
            INode place = into;
            foreach (var element in around)
            {
                place = place.AppendChild(marks.Copy(element, deep: false));
            }

            for (; at < words.Count && ReferenceEquals(words[at].Around, around); at++)
            {
                place.AppendChild(words[at].Alone is { } alone ? marks.Copy(alone, deep: true) : marks.Text(words[at].Text));
            }
        }
    }

    /// <summary>A word with the space after it; a sign alone is a word.</summary>
    [GeneratedRegex(@"(?:[\w’']+|[^\w\s])\s*|\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pieces();

    /// <param name="Key">Two words are the same when their letters and what stands around them are.</param>
    /// <param name="Around">Emphasis, links…, outermost first; one list for all the words of one element.</param>
    /// <param name="Alone">An image or another element without content, in place of a text.</param>
    private sealed record Word(string Text, string Key, IReadOnlyList<IElement> Around, IElement? Alone)
    {
        public static Word Of(string text, IReadOnlyList<IElement> around) => new(text, $"{PathOf(around)}{text.Trim()}", around, null);

        public static Word Of(IElement alone, IReadOnlyList<IElement> around) => new(string.Empty, $"{PathOf(around)}{alone.OuterHtml}", around, alone);

        private static string PathOf(IReadOnlyList<IElement> around) =>
            string.Concat(around.Select(element => $"{element.NodeName} {element.GetAttribute("href")}>"));
    }
}
