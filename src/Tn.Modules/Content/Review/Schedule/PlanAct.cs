using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review.Schedule;

/// <summary>The editor-in-chief says when: a row is written, nothing else happens before its time.</summary>
internal sealed class PlanAct(TnDbContext db)
{
    /// <summary>Plans the publication of a submission. One still in review is published at the later of the two: its time, or the committee's approval.</summary>
    /// <param name="paris">A minute in Paris, as typed.</param>
    public async Task<Outcome<PlannedActId>> PublicationAsync(SubmissionId id, string? paris, ActContext act, CancellationToken cancellationToken)
    {
        if (Check(paris, act, out var due).IsRefused(out var refusal))
        {
            return refusal;
        }

        var submission = await db.Set<ReviewSubmission>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (!submission.IsOpen && submission.State is not (ReviewState.Approved or ReviewState.ChangesRequested))
        {
            return new Refusal("content.schedule-nothing-to-publish");
        }

        return await AddAsync(PlannedAct.Publication(submission, due, act), cancellationToken);
    }

    /// <summary>Plans that a published document leaves the site.</summary>
    /// <param name="paris">A minute in Paris, as typed.</param>
    public async Task<Outcome<PlannedActId>> ArchivingAsync(string itemId, string? paris, ActContext act, CancellationToken cancellationToken)
    {
        if (Check(paris, act, out var due).IsRefused(out var refusal))
        {
            return refusal;
        }

        var published = await db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.PublishedKey == itemId, cancellationToken);
        return published is null ? new Refusal("content.not-published") : await AddAsync(PlannedAct.Archiving(published, due, act), cancellationToken);
    }

    private static Outcome Check(string? paris, ActContext act, out DateTimeOffset due)
    {
        due = default;
        if (act.Require(Permission.ScheduleContent).IsRefused(out var denied))
        {
            return denied;
        }

        var read = ParisMinute.Read(paris);
        if (read.IsRefused(out var unreadable))
        {
            return unreadable;
        }

        due = read.Value;
        return due > act.At ? Outcome.Done : new Refusal("content.schedule-past");
    }

    private async Task<Outcome<PlannedActId>> AddAsync(PlannedAct planned, CancellationToken cancellationToken)
    {
        if (await db.Set<PlannedAct>().AnyAsync(row => row.OpenKey == planned.OpenKey, cancellationToken))
        {
            return new Refusal("content.schedule-twice");
        }

        db.Add(planned);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A second click in the same instant: the unique index on what is planned said so.
            return new Refusal("content.schedule-twice");
        }

        return planned.Id;
    }
}
