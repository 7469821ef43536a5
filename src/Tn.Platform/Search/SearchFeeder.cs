using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Platform.Search;

/// <summary>
/// Brings an index from the outbox's position it knows to the present. Only what changed is asked of its source,
/// as it is now: doing it twice, or late, gives the same index.
/// </summary>
internal sealed class SearchFeeder(IServiceScopeFactory scopes)
{
    private const int Batch = 500;

    /// <summary>Read again each time: on PostgreSQL a lower sequence can commit after a higher one.</summary>
    private const int Overlap = 500;

    private static readonly string Changed = EventNames.Of(typeof(SearchableChanged));

    /// <summary>The last sequence written.</summary>
    public async Task<long> LastSequenceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TnDbContext>().Set<OutboxMessage>()
            .MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0;
    }

    /// <summary>Feeds what changed; returns how many changes were new.</summary>
    public async Task<int> FeedAsync(Generation index, CancellationToken cancellationToken)
    {
        var fed = 0;
        var after = Math.Max(0, index.Position - Overlap);
        index.Taken.RemoveWhere(sequence => sequence <= after);
        while (await NextAsync(after, cancellationToken) is { Count: > 0 } rows)
        {
            after = rows[^1].Sequence;
            var fresh = rows.Where(row => !index.Taken.Contains(row.Sequence)).ToList();
            if (fresh.Count > 0)
            {
                await TakeAsync(index, fresh, cancellationToken);
                index.Commit(Math.Max(after, index.Position));
                index.Taken.UnionWith(fresh.Select(row => row.Sequence));
                fed += fresh.Count;
            }
        }

        return fed;
    }

    /// <summary>Fills an empty index with everything there is.</summary>
    /// <param name="progress">Told of the number of documents so far.</param>
    /// <returns>How many documents.</returns>
    public async Task<int> FillAsync(Generation index, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // What changes while the sources are read comes after this position, and is fed again.
        var position = await LastSequenceAsync(cancellationToken);
        var count = 0;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            await foreach (var document in source.AllAsync(cancellationToken))
            {
                index.Add(document);
                if (++count % 500 == 0)
                {
                    progress?.Report(count);
                }
            }
        }

        index.Commit(position);
        progress?.Report(count);
        return count;
    }

    private async Task<List<(long Sequence, string Payload)>> NextAsync(long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<TnDbContext>().Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.Name == Changed && row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Take(Batch)
            .Select(row => new { row.Sequence, row.Payload })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Sequence, row.Payload));
    }

    private async Task TakeAsync(Generation index, List<(long Sequence, string Payload)> rows, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sources = scope.ServiceProvider.GetServices<ISearchSource>().SelectMany(source => source.Kinds.Select(kind => (kind, source))).ToLookup(pair => pair.kind, pair => pair.source);
        foreach (var changed in rows.Select(row => JsonSerializer.Deserialize<SearchableChanged>(row.Payload, TnJson.Options)!).Distinct())
        {
            SearchDocument? document = null;
            foreach (var source in sources[changed.Kind])
            {
                document ??= await source.FindAsync(changed.Kind, changed.Id, cancellationToken);
            }

            if (document is null)
            {
                index.Remove(changed.Kind, changed.Id);
            }
            else
            {
                index.Put(document);
            }
        }
    }
}
