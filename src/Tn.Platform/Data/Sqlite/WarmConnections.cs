using System.Collections.Concurrent;

namespace Tn.Platform.Data.Sqlite;

/// <summary>
/// The site's connections to SQLite that nobody uses just now. The driver's own pool keeps them open too, but forgets at each return
/// what they prepared, and tells them anew, each time, the functions that EF Core brings.
/// </summary>
internal sealed class WarmConnections : IDisposable
{
    // The last given back is lent first: it is the warmest.
    private readonly ConcurrentStack<WarmConnection> idle = [];
    private volatile bool isClosed;

    /// <summary>One that is open, or null when all are in use.</summary>
    public WarmConnection? Lend() => idle.TryPop(out var connection) ? connection : null;

    /// <summary>Takes a connection back; closes it when its user left something open.</summary>
    public void GiveBack(WarmConnection connection)
    {
        if (!connection.IsClean)
        {
            connection.Dispose();
            return;
        }

        idle.Push(connection);
        if (isClosed)
        {
            CloseIdle();
        }
    }

    /// <summary>Closes those that nobody uses: each keeps up to two megabytes of what it has read.</summary>
    public void CloseIdle()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isClosed = true;
        CloseIdle();
    }
}
