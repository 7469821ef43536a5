using Tn.Courses.Listening;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Listening;

public sealed class EvictPublishedPagesTests
{
    [Fact]
    public async Task Published_and_archived_content_empties_the_public_pages()
    {
        var cache = new EvictionsSeen();
        var handler = new EvictPublishedPages(cache);
        var act = ActContext.System(DateTimeOffset.UnixEpoch, "test");

        await handler.HandleAsync(new ContentPublished("i", "v", ContentTypes.Course, "s"), act, CancellationToken.None);
        await handler.HandleAsync(new ContentArchived("i", ContentTypes.Course, "s"), act, CancellationToken.None);

        Assert.Equal(["content", "content"], cache.Tags);
    }
}
