using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Tn.Platform.Events;

/// <summary>Wakes those who follow the outbox after a commit, so that what follows an event follows at once. A lost signal heals at the next sweep.</summary>
public sealed class OutboxSignal
{
    private readonly ConcurrentDictionary<OutboxEar, bool> ears = new();

    /// <summary>Something was written: everyone who listens is woken.</summary>
    public void Raise()
    {
        foreach (var ear in ears.Keys)
        {
            ear.Wake();
        }
    }

    /// <summary>Listens from now on; dispose to stop.</summary>
    public OutboxEar Listen()
    {
        var ear = new OutboxEar(gone => ears.TryRemove(gone, out _));
        ears[ear] = true;
        return ear;
    }
}

/// <summary>One listener's wait; several signals between two waits are one.</summary>
public sealed class OutboxEar : IDisposable
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action<OutboxEar> leave;

    internal OutboxEar(Action<OutboxEar> leave) => this.leave = leave;

    /// <summary>Returns when something was written since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await channel.Reader.ReadAsync(cancellationToken);

    public void Dispose() => leave(this);

    internal void Wake() => channel.Writer.TryWrite(true);
}
