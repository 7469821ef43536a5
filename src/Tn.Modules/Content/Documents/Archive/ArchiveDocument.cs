using Microsoft.EntityFrameworkCore;
using Tn.Content.Offered;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Archive;

/// <summary>Takes a document off the site; nothing that a record points at disappears.</summary>
internal sealed class ArchiveDocument(TnDbContext db, PublicationGate gate, ContentCache cache)
{
    public async Task<Outcome> ArchiveAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var published = await db.Set<ContentVersion>().SingleOrDefaultAsync(row => row.PublishedKey == itemId, cancellationToken);
        if (published is null)
        {
            return new Refusal("content.not-published");
        }

        if (published.ContentType == ContentTypes.Lesson && await IsInUseAsync(published, cancellationToken))
        {
            return new Refusal("content.lesson-in-course");
        }

        await gate.ArchiveAsync(published, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        cache.Renew();
        return Outcome.Done;
    }

    private async Task<bool> IsInUseAsync(ContentVersion lesson, CancellationToken cancellationToken)
    {
        var edition = await db.Set<PublishedEdition>().AsNoTracking().SingleOrDefaultAsync(row => row.CurrentKey == lesson.ContainerId, cancellationToken);
        return edition?.Snapshot.Lessons.Any(outline => outline.ItemId == lesson.ItemId) == true;
    }
}
