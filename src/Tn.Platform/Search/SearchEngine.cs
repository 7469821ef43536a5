using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace Tn.Platform.Search;

/// <summary>Finds things. Never throws for what was typed, nor for a broken index: it then says that it is not ready.</summary>
public sealed partial class SearchEngine
{
    private const int DeepestResult = 10_000;
    private static readonly Sort ByTitle = new(new SortField(IndexFields.Order, SortFieldType.STRING), SortField.FIELD_DOC);

    private static readonly QueryWrapperFilter NoDocument = new(new BooleanQuery());

    private readonly SearchIndex index;
    private readonly ILogger<SearchEngine> log;

    internal SearchEngine(SearchIndex index, ILogger<SearchEngine> log) => (this.index, this.log) = (index, log);

    /// <summary>Answers a question.</summary>
    public SearchResults Search(SearchQuery query)
    {
        try
        {
            return index.Read(searcher => Answer(searcher, query)) ?? SearchResults.NotReady;
        }
        catch (Exception failure) when (SearchIndex.IsBrokenBy(failure))
        {
            LogBroken(log, failure);
            index.Distrust();
            return SearchResults.NotReady;
        }
    }

    private static SearchResults Answer(IndexSearcher searcher, SearchQuery query)
    {
        var text = QuestionReader.Trim(query.Text);
        var asked = new QuestionReader(searcher.IndexReader).Read(text);
        if (asked.Count == 0 && text.Length > 0)
        {
            // Something was typed, and no word is in it: that is not a wish to see everything.
            return new SearchResults(0, [], new SearchFacets([], [], [], []), null);
        }

        var found = Collect(searcher, query, asked, asked.Count);
        var loosened = found.Top.TotalHits == 0 && asked.Count > 1;
        if (loosened)
        {
            found = Collect(searcher, query, asked, (asked.Count + 1) / 2);
        }

        return new SearchResults(
            found.Top.TotalHits,
            [.. found.Top.ScoreDocs.Select(hit => Show(searcher.Doc(hit.Doc), text, asked))],
            found.Facets,
            Spelling.Suggest(searcher.IndexReader, text, asked),
            IsLoosened: loosened && found.Top.TotalHits > 0) { Counted = found.Counted };
    }

    private static (TopDocs Top, SearchFacets Facets, int Counted) Collect(IndexSearcher searcher, SearchQuery query, List<QuestionWord> asked, int needed)
    {
        var size = Math.Clamp(query.Size, 0, 100);
        var first = (int)Math.Min((Math.Max(1, query.Page) - 1L) * size, DeepestResult);
        var deepest = Math.Max(1, Math.Min(first + size, DeepestResult));
        ITopDocsCollector top = asked.Count == 0
            ? TopFieldCollector.Create(ByTitle, deepest, true, false, false, false)
            : TopScoreDocCollector.Create(deepest, docsScoredInOrder: false);
        var collector = new FacetCollector(top, [query.Kinds, query.Axes, query.Departments, query.Categories], FilterOf(query.CountedIds));
        var words = QuestionReader.Write(asked, needed);
        searcher.Search(words, FilterOf(query.OnlyIds), collector);
        var page = size == 0 ? new TopDocs(top.TotalHits, [], float.NaN) : top.GetTopDocs(first, size);
        return (new TopDocs(top.TotalHits, page.ScoreDocs, float.NaN), collector.ToFacets(), collector.Counted);
    }

    private static Filter? FilterOf(IReadOnlyCollection<string>? ids) => ids switch
    {
        null => null,
        { Count: 0 } => NoDocument,
        _ => new TermsFilter([.. ids.Select(id => new Term(IndexFields.Id, id))]),
    };

    private static SearchHit Show(Lucene.Net.Documents.Document document, string text, List<QuestionWord> asked) => new(
        document.Get(IndexFields.Kind),
        document.Get(IndexFields.Id),
        document.Get(IndexFields.Title),
        document.Get(IndexFields.Url),
        document.Get(IndexFields.Category),
        document.Get(IndexFields.Subtitle),
        Excerpts.Of(document.Get(IndexFields.Body), asked),
        Excerpts.Matches(text, document, asked));

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index cannot be read; it will be rebuilt.")]
    private static partial void LogBroken(ILogger log, Exception failure);
}
