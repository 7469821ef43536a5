using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Tn.Platform.Search;

/// <summary>A word of a text, with what the index keeps of it.</summary>
/// <param name="Plain">Lower case, without article or accents: <c>electricite</c> for « l’Électricité ».</param>
/// <param name="Stem">Without its ending, or null for a word that says nothing (« de », « pour »).</param>
/// <param name="Start">Where it begins in the text, article included.</param>
/// <param name="End">Just after its last letter.</param>
internal sealed record Word(string Plain, string? Stem, int Start, int End);

/// <summary>
/// How French is read, for the index and for questions alike. Accents go before stemming, so that what is typed
/// without them meets what is written with them.
/// </summary>
internal static class FrenchWords
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Silent = Folded(FrenchAnalyzer.DefaultStopSet);

    /// <summary>Words as written, but for case, article and accents.</summary>
    public static readonly Analyzer Plain = Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(source, Fold(source));
    });

    /// <summary>Stems, without the words that say nothing.</summary>
    public static readonly Analyzer Stemmed = Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(source, new FrenchLightStemFilter(new StopFilter(Version, Fold(source), Silent)));
    });

    /// <summary>The words of a text, in order.</summary>
    /// <param name="most">Reading stops after so many words.</param>
    public static List<Word> Read(string text, int most = int.MaxValue)
    {
        var words = new List<Word>();
        var stemmer = new FrenchLightStemmer();
        using var stream = Plain.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (words.Count < most && stream.IncrementToken())
        {
            var plain = term.ToString();
            words.Add(new Word(plain, Silent.Contains(plain) ? null : StemOf(plain, stemmer), offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }

    private static string StemOf(string plain, FrenchLightStemmer stemmer)
    {
        var letters = plain.ToCharArray();
        return new string(letters, 0, stemmer.Stem(letters, letters.Length));
    }

    private static ASCIIFoldingFilter Fold(TokenStream source) =>
        new(new ElisionFilter(new LowerCaseFilter(Version, source), FrenchAnalyzer.DEFAULT_ARTICLES));

    private static CharArraySet Folded(CharArraySet words)
    {
        var folded = new CharArraySet(Version, words.Count, ignoreCase: false) { "a" };
        foreach (var word in words)
        {
            var letters = word.ToString()!.ToCharArray();
            var output = new char[letters.Length * 4];
            folded.Add(new string(output, 0, ASCIIFoldingFilter.FoldToASCII(letters, 0, output, 0, letters.Length)));
        }

        return folded;
    }
}
