using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Tn.Platform.Search;

/// <summary>Likely words for unknown ones.</summary>
internal static class Spelling
{
    /// <summary>The question with each unknown word replaced by the nearest that documents use, or null when there is nothing to propose.</summary>
    public static string? Suggest(IndexReader reader, string text, IReadOnlyList<QuestionWord> words)
    {
        var proposed = text;
        foreach (var unknown in words.Where(word => !word.IsKnown && word.IsForgiven).OrderByDescending(word => word.Word.Start))
        {
            if (Nearest(reader, unknown.Word.Plain) is { } nearest)
            {
                var start = unknown.Word.End - Excerpts.WithoutArticle(text, unknown.Word).Length;
                proposed = string.Concat(proposed.AsSpan(0, start), nearest, proposed.AsSpan(unknown.Word.End));
            }
        }

        return proposed == text ? null : proposed;
    }

    /// <summary>True when one letter added, dropped, replaced or swapped with its neighbour makes one word of the other, the first letter apart.</summary>
    public static bool IsOneLetterAway(string left, string right)
    {
        if (left.Length > right.Length)
        {
            (left, right) = (right, left);
        }

        if (right.Length - left.Length > 1 || left.Length == 0 || left[0] != right[0])
        {
            return false;
        }

        var same = 0;
        while (same < left.Length && left[same] == right[same])
        {
            same++;
        }

        if (left.Length != right.Length)
        {
            return left.AsSpan(same).SequenceEqual(right.AsSpan(same + 1));
        }

        return same >= left.Length - 1
            || left.AsSpan(same + 1).SequenceEqual(right.AsSpan(same + 1))
            || (left[same] == right[same + 1] && left[same + 1] == right[same] && left.AsSpan(same + 2).SequenceEqual(right.AsSpan(same + 2)));
    }

    private static string? Nearest(IndexReader reader, string plain)
    {
        var terms = MultiFields.GetTerms(reader, IndexFields.Words);
        if (terms is null)
        {
            return null;
        }

        var best = (Term: (BytesRef?)null, Likeness: 0f, Documents: 0);
        var candidates = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(IndexFields.Words, plain), plain.Length >= 7 ? 2 : 1, 1, true);
        var likeness = candidates.Attributes.AddAttribute<IBoostAttribute>();
        while (candidates.MoveNext())
        {
            if ((likeness.Boost, candidates.DocFreq).CompareTo((best.Likeness, best.Documents)) > 0)
            {
                best = (BytesRef.DeepCopyOf(candidates.Term), likeness.Boost, candidates.DocFreq);
            }
        }

        return best.Term is null ? null : AsWritten(reader, best.Term);
    }

    // The dictionary is without accents: the first document that has the word tells how it is written.
    private static string AsWritten(IndexReader reader, BytesRef term)
    {
        var plain = term.Utf8ToString();
        var holders = MultiFields.GetTermDocsEnum(reader, MultiFields.GetLiveDocs(reader), IndexFields.Words, term, Lucene.Net.Index.DocsFlags.NONE);
        if (holders is null || holders.NextDoc() == DocIdSetIterator.NO_MORE_DOCS)
        {
            return plain;
        }

        var holder = reader.Document(holders.DocID);
        foreach (var field in new[] { IndexFields.Title, IndexFields.Keywords, IndexFields.Body })
        {
            var text = holder.Get(field) ?? string.Empty;
            if (FrenchWords.Read(text).Find(word => word.Plain == plain) is { } found)
            {
                return Excerpts.WithoutArticle(text, found).ToLower(Kernel.French.Culture);
            }
        }

        return plain;
    }
}
