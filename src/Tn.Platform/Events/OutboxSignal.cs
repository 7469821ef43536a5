using System.Threading.Channels;

namespace Tn.Platform.Events;

/// <summary>Wakes the pump after a commit, so that what follows an event follows at once. A lost signal heals at the next sweep.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was written.</summary>
    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Returns when something was written since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await channel.Reader.ReadAsync(cancellationToken);
}
