using System.Threading.Channels;

namespace Tn.Platform.Mail;

/// <summary>Wakes the mail pump after a commit that wrote a mail. A lost signal heals at the minute's sweep.</summary>
public sealed class MailSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A mail was written.</summary>
    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Returns when a mail was written since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await channel.Reader.ReadAsync(cancellationToken);
}
