using Microsoft.Extensions.Logging;

namespace Tn.Platform.Search;

/// <summary>Keeps the index open, sound and up to date; rebuilds it when it is not. One thing at a time.</summary>
public sealed partial class SearchKeeper : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SearchIndex index;
    private readonly SearchFeeder feeder;
    private readonly ILogger<SearchKeeper> log;

    internal SearchKeeper(SearchIndex index, SearchFeeder feeder, ILogger<SearchKeeper> log) =>
        (this.index, this.feeder, this.log) = (index, feeder, log);

    /// <summary>Opens the index and checks it; a missing, corrupt or too young one is rebuilt, the old one answering meanwhile if it can.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            TryOpen();
            if (!IsSound() || index.Current is null || await IsAheadAsync(index.Current, cancellationToken))
            {
                await RebuildCoreAsync(null, cancellationToken);
            }

            await feeder.FeedAsync(index.Current!, cancellationToken);
        },
        cancellationToken);

    /// <summary>Feeds what changed, after having taken up what a command or a failed search asks for.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (index.PathOfCurrent() is { } path && Path.GetFileName(path) != index.Current?.Name)
            {
                TryOpen();
            }

            if (index.Current is null || index.IsDistrusted)
            {
                await RebuildCoreAsync(null, cancellationToken);
            }

            await feeder.FeedAsync(index.Current!, cancellationToken);
        },
        cancellationToken);

    /// <summary>Reads the whole index and rebuilds it when a byte is wrong.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (!IsSound())
            {
                await RebuildCoreAsync(null, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Builds a new generation from the database and lets it answer.</summary>
    /// <param name="progress">Told of the number of documents so far.</param>
    /// <returns>How many documents.</returns>
    public async Task<int> RebuildAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var count = 0;
        await AloneAsync(async () => count = await RebuildCoreAsync(progress, cancellationToken), cancellationToken);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    private void TryOpen()
    {
        try
        {
            if (index.PathOfCurrent() is { } path)
            {
                index.Answer(Generation.Open(path));
            }
        }
        catch (Exception failure) when (SearchIndex.IsBrokenBy(failure))
        {
            LogBroken(log, failure);
            index.Distrust();
        }
    }

    private bool IsSound()
    {
        try
        {
            if (index.PathOfCurrent() is not { } path)
            {
                return false;
            }

            Generation.Verify(path);
            return true;
        }
        catch (Exception failure) when (SearchIndex.IsBrokenBy(failure))
        {
            LogBroken(log, failure);
            return false;
        }
    }

    // A database brought back from an older backup knows less than the index does.
    private async Task<bool> IsAheadAsync(Generation generation, CancellationToken cancellationToken) =>
        generation.Position > await feeder.LastSequenceAsync(cancellationToken);

    private async Task<int> RebuildCoreAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var next = index.Begin();
        try
        {
            var count = await feeder.FillAsync(next, progress, cancellationToken);
            index.Answer(next);
            LogRebuilt(log, count, next.Name);
            return count;
        }
        catch
        {
            next.Dispose();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is broken and will be rebuilt.")]
    private static partial void LogBroken(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index rebuilt: {Count} documents in generation {Generation}.")]
    private static partial void LogRebuilt(ILogger log, int count, string generation);
}
