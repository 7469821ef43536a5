using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Tn.Platform.Search;

/// <summary>A word of a question, as it will be looked for.</summary>
/// <param name="IsKnown">The index has it, in one form or another.</param>
/// <param name="IsForgiven">It is looked for with one wrong letter, or unfinished, too.</param>
internal sealed record QuestionWord(Word Word, bool IsKnown, bool IsForgiven)
{
    /// <summary>True when a word of a document answers this one.</summary>
    public bool Fits(Word found) =>
        found.Plain == Word.Plain
        || (Word.Stem is not null && found.Stem == Word.Stem)
        || (IsForgiven && (found.Plain.StartsWith(Word.Plain, StringComparison.Ordinal) || Spelling.IsOneLetterAway(Word.Plain, found.Plain)));
}

/// <summary>
/// Turns what was typed into a Lucene query, word by word. Lucene's own query syntax is never parsed:
/// <c>title:*</c> is two words like any other.
/// </summary>
internal sealed class QuestionReader(IndexReader reader)
{
    public const int LongestText = 200;
    public const int MostWords = 20;

    /// <summary>A word found in no more documents than this is also looked for with one wrong letter.</summary>
    private const int FewHits = 2;
    private const int ShortestForgiven = 4;

    /// <summary>The text as it will be read.</summary>
    public static string Trim(string? text)
    {
        var cut = (text ?? string.Empty).Trim();
        cut = cut.Length > LongestText ? cut[..LongestText] : cut;
        return cut.Replace('`', '’').Replace('´', '’').Replace('ʼ', '’').Replace('‘', '’');
    }

    /// <summary>The words worth looking for; those that say nothing count only when there is nothing else.</summary>
    public List<QuestionWord> Read(string text)
    {
        var words = FrenchWords.Read(text, MostWords).DistinctBy(word => word.Plain).ToList();
        var telling = words.Where(word => word.Stem is not null).ToList();
        return (telling.Count > 0 ? telling : words).ConvertAll(Weigh);
    }

    /// <param name="needed">How many of the words a document must hold.</param>
    public static Query Write(IReadOnlyList<QuestionWord> words, int needed)
    {
        if (words.Count == 0)
        {
            return new MatchAllDocsQuery();
        }

        // When all are needed, required clauses let Lucene leap from one rare word to the next: several times faster.
        var all = needed == words.Count;
        var query = new BooleanQuery { MinimumNumberShouldMatch = all ? 0 : needed };
        foreach (var word in words)
        {
            query.Add(QueryOf(word), all ? Occur.MUST : Occur.SHOULD);
        }

        return query;
    }

    private QuestionWord Weigh(Word word)
    {
        var hits = word.Stem is null
            ? reader.DocFreq(new Term(IndexFields.Words, word.Plain))
            : reader.DocFreq(new Term(IndexFields.Title, word.Stem))
                + reader.DocFreq(new Term(IndexFields.Keywords, word.Stem))
                + reader.DocFreq(new Term(IndexFields.Body, word.Stem));
        return new QuestionWord(word, hits > 0, hits <= FewHits && word.Plain.Length >= ShortestForgiven);
    }

    private static DisjunctionMaxQuery QueryOf(QuestionWord asked)
    {
        var (plain, stem) = (asked.Word.Plain, asked.Word.Stem);
        var any = new DisjunctionMaxQuery(0.1f);
        if (stem is null)
        {
            any.Add(new TermQuery(new Term(IndexFields.Words, plain)));
        }
        else
        {
            any.Add(new TermQuery(new Term(IndexFields.Title, stem)) { Boost = 6 });
            any.Add(new TermQuery(new Term(IndexFields.Keywords, stem)) { Boost = 3 });
            any.Add(new TermQuery(new Term(IndexFields.Body, stem)));
        }

        if (asked.IsForgiven)
        {
            any.Add(new PrefixQuery(new Term(IndexFields.Words, plain)) { Boost = 0.4f });
            any.Add(new FuzzyQuery(new Term(IndexFields.Words, plain), maxEdits: 1, prefixLength: 1, maxExpansions: 20, transpositions: true) { Boost = 0.3f });
        }

        return any;
    }
}
