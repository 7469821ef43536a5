using Microsoft.AspNetCore.OutputCaching;
using Tn.Content.Offered;
using Tn.Platform.Events;

namespace Tn.Content.Media.Keep;

/// <summary>A media came, changed or went.</summary>
[EventName("content.media-changed")]
internal sealed record MediaChanged(string MediaId) : IEvent;

/// <summary>Pages that show it are drawn anew. Safe to run twice.</summary>
internal sealed class WhenMediaChanges(ContentCache cache, IOutputCacheStore pages) : IEventHandler<MediaChanged>
{
    // The tag that the host's « Published » policy puts on public pages.
    private const string Tag = "content";

    public async Task HandleAsync(MediaChanged happened, ActContext act, CancellationToken cancellationToken)
    {
        cache.Renew();
        await pages.EvictByTagAsync(Tag, cancellationToken);
    }
}
