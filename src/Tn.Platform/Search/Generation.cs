using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace Tn.Platform.Search;

/// <summary>
/// One index in a folder of its own. A rebuild makes a new one beside it, so that the old answers meanwhile.
/// What it has read of the outbox is kept in each commit, with the documents it speaks of.
/// </summary>
internal sealed class Generation : IDisposable
{
    private const string PositionKey = "outbox";

    private readonly NIOFSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    private Generation(string path, OpenMode mode)
    {
        Name = Path.GetFileName(path);
        directory = Files(path);
        try
        {
            writer = new IndexWriter(directory, new IndexWriterConfig(FrenchWords.Version, Analyzers()) { OpenMode = mode, Similarity = Likeness });
            searchers = new SearcherManager(writer, true, new Searchers());
        }
        catch
        {
            writer?.Dispose(waitForMerges: false);
            directory.Dispose();
            throw;
        }
    }

    private static BM25Similarity Likeness { get; } = new();

    // Read by calls to the system. Lucene.Net's own choice maps the files into memory and reads them through a view's accessor: over 50,000 profiles
    // a search waited a fifth longer (p95 of 12 to 15 ms against 8 to 12), and eleven megabytes more counted as the site's.
    private static NIOFSDirectory Files(string path) => new NIOFSDirectory(path);

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>Last sequence of the outbox that this index knows of.</summary>
    public long Position => writer.CommitData is { } data && data.TryGetValue(PositionKey, out var text)
        ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    /// <summary>What was already taken from the overlap since the start: read again, but not done again.</summary>
    public HashSet<long> Taken { get; } = [];

    public static Generation Create(string path) => new(path, OpenMode.CREATE);

    public static Generation Open(string path) => new(path, OpenMode.APPEND);

    /// <summary>Reads every file of the last commit, against the sum that Lucene wrote at its end.</summary>
    /// <exception cref="CorruptIndexException">A byte is not as it was written. A file that is missing or cut throws as <see cref="SearchIndex.IsBrokenBy"/> knows.</exception>
    public static void Verify(string path)
    {
        using var read = Files(path);
        var commit = new SegmentInfos();
        commit.Read(read);
        foreach (var file in commit.GetFiles(read, includeSegmentsFile: false))
        {
            using var input = read.OpenInput(file, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(input);
        }
    }

    /// <summary>Adds a document to an index that does not have it.</summary>
    public void Add(SearchDocument document) => writer.AddDocument(IndexFields.Of(document));

    /// <summary>Puts a document in the place of its earlier self.</summary>
    public void Put(SearchDocument document) => writer.UpdateDocument(IndexFields.KeyOf(document.Kind, document.Id), IndexFields.Of(document));

    public void Remove(string kind, string id) => writer.DeleteDocuments(IndexFields.KeyOf(kind, id));

    /// <summary>Makes what was put findable and durable, with the position it brings the index to.</summary>
    public void Commit(long position)
    {
        writer.SetCommitData(new Dictionary<string, string> { [PositionKey] = position.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        writer.Commit();
        searchers.MaybeRefreshBlocking();
    }

    public T Read<T>(Func<IndexSearcher, T> read)
    {
        var searcher = searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private static Lucene.Net.Analysis.Miscellaneous.PerFieldAnalyzerWrapper Analyzers() => new(
        FrenchWords.Stemmed,
        new Dictionary<string, Lucene.Net.Analysis.Analyzer> { [IndexFields.Words] = FrenchWords.Plain });

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Likeness };
    }
}
