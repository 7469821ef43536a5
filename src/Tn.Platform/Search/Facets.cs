using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Tn.Platform.Search;

/// <summary>
/// One facet's values of one segment, flat in memory: counting fifty thousand documents is then fifty thousand additions.
/// Segments never change, so it is read once for each.
/// </summary>
internal sealed class SegmentFacet
{
    private static readonly ConditionalWeakTable<object, SegmentFacet[]> Read = [];

    private readonly int[] starts;
    private readonly int[] values;

    private SegmentFacet(AtomicReader reader, string field)
    {
        starts = new int[reader.MaxDoc + 1];
        var source = reader.GetSortedSetDocValues(field);
        var all = new List<int>(reader.MaxDoc);
        for (var document = 0; source is not null && document < reader.MaxDoc; document++)
        {
            source.SetDocument(document);
            for (var value = source.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = source.NextOrd())
            {
                all.Add((int)value);
            }

            starts[document + 1] = all.Count;
        }

        values = [.. all];
        Names = new string[source?.ValueCount ?? 0];
        for (var value = 0; value < Names.Length; value++)
        {
            var name = new BytesRef();
            source!.LookupOrd(value, name);
            Names[value] = Encoding.UTF8.GetString(name.Bytes, name.Offset, name.Length);
        }
    }

    /// <summary>Value by number.</summary>
    public string[] Names { get; }

    public static SegmentFacet[] Of(AtomicReader reader) => Read.GetValue(
        reader.CoreCacheKey, _ => [.. IndexFields.Facets.Select(field => new SegmentFacet(reader, field))]);

    public ReadOnlySpan<int> ValuesOf(int document) => values.AsSpan(starts[document], starts[document + 1] - starts[document]);
}

/// <summary>
/// Passes on the documents that meet every filter, and counts each facet under all filters but its own:
/// one pass over what the words match.
/// </summary>
/// <param name="hits">Receives what meets every filter.</param>
/// <param name="filters">By facet; empty for none.</param>
/// <param name="counted">Documents to be counted apart, whatever their category; null for none.</param>
internal sealed class FacetCollector(ICollector hits, IReadOnlyList<IReadOnlyList<string>> filters, Filter? counted) : ICollector
{
    private static readonly int CategoryFacet = IndexFields.Facets.ToList().IndexOf(IndexFields.Category);

    private readonly Dictionary<string, int>[] totals = [.. IndexFields.Facets.Select(_ => new Dictionary<string, int>())];
    private readonly int[][] counts = new int[IndexFields.Facets.Count][];
    private readonly bool[]?[] wanted = new bool[]?[IndexFields.Facets.Count];
    private SegmentFacet[] segment = [];
    private FixedBitSet? marked;

    /// <summary>How many of those to be counted apart were found.</summary>
    public int Counted { get; private set; }

    public bool AcceptsDocsOutOfOrder => hits.AcceptsDocsOutOfOrder;

    public void SetNextReader(AtomicReaderContext context)
    {
        Settle();
        segment = SegmentFacet.Of(context.AtomicReader);
        for (var facet = 0; facet < segment.Length; facet++)
        {
            counts[facet] = new int[segment[facet].Names.Length];
            wanted[facet] = filters[facet].Count == 0 ? null : Array.ConvertAll(segment[facet].Names, name => filters[facet].Contains(name));
        }

        marked = counted is null ? null : Marked(context);
        hits.SetNextReader(context);
    }

    public void SetScorer(Scorer scorer) => hits.SetScorer(scorer);

    public void Collect(int doc)
    {
        var missed = -1;
        for (var facet = 0; facet < segment.Length; facet++)
        {
            if (wanted[facet] is { } values && !HasAny(segment[facet].ValuesOf(doc), values))
            {
                if (missed >= 0)
                {
                    return;
                }

                missed = facet;
            }
        }

        if ((missed < 0 || missed == CategoryFacet) && marked?.Get(doc) == true)
        {
            Counted++;
        }

        if (missed >= 0)
        {
            Count(missed, doc);
            return;
        }

        hits.Collect(doc);
        for (var facet = 0; facet < segment.Length; facet++)
        {
            Count(facet, doc);
        }
    }

    /// <summary>The counts, once the search is over.</summary>
    public SearchFacets ToFacets()
    {
        Settle();
        segment = [];
        return new SearchFacets(Sorted(0), Sorted(1), Sorted(2), Sorted(3));
    }

    private FixedBitSet Marked(AtomicReaderContext context)
    {
        var bits = new FixedBitSet(context.AtomicReader.MaxDoc);
        if (counted!.GetDocIdSet(context, null)?.GetIterator() is { } found)
        {
            bits.Or(found);
        }

        return bits;
    }

    private void Settle()
    {
        for (var facet = 0; facet < segment.Length; facet++)
        {
            for (var value = 0; value < counts[facet].Length; value++)
            {
                if (counts[facet][value] > 0)
                {
                    var name = segment[facet].Names[value];
                    totals[facet][name] = totals[facet].GetValueOrDefault(name) + counts[facet][value];
                }
            }
        }
    }

    private void Count(int facet, int document)
    {
        foreach (var value in segment[facet].ValuesOf(document))
        {
            counts[facet][value]++;
        }
    }

    private static bool HasAny(ReadOnlySpan<int> values, bool[] wanted)
    {
        foreach (var value in values)
        {
            if (wanted[value])
            {
                return true;
            }
        }

        return false;
    }

    private List<FacetCount> Sorted(int facet) =>
        [.. totals[facet].Select(pair => new FacetCount(pair.Key, pair.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)];
}
