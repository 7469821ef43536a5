using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.History;
using Tn.Content.Review;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Delete;

/// <summary>
/// Deletes a document from the desks, and takes it back. Soft: its versions, votes and history stay for good.
/// A course takes its unpublished lessons along, both ways.
/// </summary>
internal sealed class DeleteDocument(TnDbContext db, ReviewQueries reviews)
{
    /// <summary>Deletes what is neither public, nor before the committee, nor in a course. What was public once, only a manager deletes.</summary>
    public async Task<Outcome> DeleteAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if ((await RefuseAsync(latest, act, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        Mark(latest, act.At, DocumentStepKind.Deleted, act);
        var lessons = await db.Set<ContentVersion>()
            .Where(row => row.ContainerId == itemId && row.LatestKey != null && row.PublishedKey == null && row.DeletedUtc == null)
            .ToListAsync(cancellationToken);
        lessons.ForEach(lesson => Mark(lesson, act.At, DocumentStepKind.Deleted, act));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes a deletion back; the document is a draft again, as it was.</summary>
    public async Task<Outcome> UndeleteAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if (!ContentTypeCatalogue.Of(latest.ContentType).MayChange(act, latest))
        {
            return Denied(act);
        }

        if (latest.DeletedUtc is not { } when)
        {
            return Outcome.Done;
        }

        Mark(latest, null, DocumentStepKind.Undeleted, act);
        var lessons = await db.Set<ContentVersion>()
            .Where(row => row.ContainerId == itemId && row.LatestKey != null && row.DeletedUtc == when)
            .ToListAsync(cancellationToken);
        lessons.ForEach(lesson => Mark(lesson, null, DocumentStepKind.Undeleted, act));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Refusal?> RefuseAsync(ContentVersion latest, ActContext act, CancellationToken cancellationToken)
    {
        var itemId = latest.ItemId;
        var versions = db.Set<ContentVersion>().AsNoTracking().Where(row => row.ItemId == itemId);
        if (!ContentTypeCatalogue.Of(latest.ContentType).MayChange(act, latest)
            || (!act.Can(Permission.ManageContent) && await versions.AnyAsync(row => row.PublishedUtc != null, cancellationToken)))
        {
            return Denied(act);
        }

        if (latest.DeletedUtc is not null)
        {
            return new Refusal("content.deleted");
        }

        if (await versions.AnyAsync(row => row.PublishedKey != null, cancellationToken))
        {
            return new Refusal("content.published-not-deleted");
        }

        if (await reviews.UndecidedOfAsync(itemId, cancellationToken) is not null)
        {
            return new Refusal("content.under-review");
        }

        return await IsListedAsync(latest, cancellationToken) ? new Refusal("content.lesson-listed") : null;
    }

    /// <summary>True for a lesson that its course still names.</summary>
    private async Task<bool> IsListedAsync(ContentVersion latest, CancellationToken cancellationToken)
    {
        if (latest.ContainerId is not { } container)
        {
            return false;
        }

        var course = await db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.LatestKey == container && row.DeletedUtc == null, cancellationToken);
        return course?.Parts.CoursePart?.Lessons.Contains(latest.ItemId, StringComparer.Ordinal) == true;
    }

    private void Mark(ContentVersion version, DateTimeOffset? when, DocumentStepKind kind, ActContext act)
    {
        version.Delete(when);
        db.Add(DocumentStep.Of(version.ItemId, kind, version.DisplayText, act));
    }

    private static Refusal Denied(ActContext act) => new(act.Actor is null ? "access.sign-in" : "access.denied");
}
