using Microsoft.AspNetCore.OutputCaching;
using Tn.Platform.Events;

namespace Tn.Courses.Listening;

/// <summary>When content becomes public or ceases to be, cached public pages are forgotten. Safe to run twice.</summary>
internal sealed class EvictPublishedPages(IOutputCacheStore cache) : IEventHandler<ContentPublished>, IEventHandler<ContentArchived>
{
    /// <summary>The tag that the <c>Published</c> policy puts on pages.</summary>
    public const string Tag = "content";

    public Task HandleAsync(ContentPublished happened, ActContext act, CancellationToken cancellationToken) =>
        cache.EvictByTagAsync(Tag, cancellationToken).AsTask();

    public Task HandleAsync(ContentArchived happened, ActContext act, CancellationToken cancellationToken) =>
        cache.EvictByTagAsync(Tag, cancellationToken).AsTask();
}
