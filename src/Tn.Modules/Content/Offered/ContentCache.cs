using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace Tn.Content.Offered;

/// <summary>
/// Published content in memory. What is pinned to a version never changes; lists are renewed at each publication here,
/// and within half a minute of one on another node.
/// </summary>
internal sealed class ContentCache(IMemoryCache memory) : IDisposable
{
    private static readonly TimeSpan OtherNodes = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    private CancellationTokenSource generation = new();

    /// <summary>Something was published or archived: lists are read anew. Call after the commit.</summary>
    public void Renew()
    {
        var old = Interlocked.Exchange(ref generation, new CancellationTokenSource());
        old.Cancel();
    }

    /// <summary>A list of what is public now.</summary>
    public Task<T> CurrentAsync<T>(string key, Func<Task<T>> read)
    {
        // The token is taken before reading: a publication meanwhile makes the entry stale at once.
        var options = new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = OtherNodes };
        options.ExpirationTokens.Add(new CancellationChangeToken(generation.Token));
        return ReadAsync(key, read, options);
    }

    /// <summary>Something pinned to a version: the same instance as long as it is used. What is not there is not kept.</summary>
    public Task<T> PinnedAsync<T>(string key, Func<Task<T>> read) =>
        ReadAsync(key, read, new MemoryCacheEntryOptions { SlidingExpiration = Idle });

    public void Dispose() => generation.Dispose();

    private async Task<T> ReadAsync<T>(string key, Func<Task<T>> read, MemoryCacheEntryOptions options)
    {
        if (memory.TryGetValue(key, out T? known) && known is not null)
        {
            return known;
        }

        var value = await read();
        if (value is not null)
        {
            memory.Set(key, value, options);
        }

        return value;
    }
}
