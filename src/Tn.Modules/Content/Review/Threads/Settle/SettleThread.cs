using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads.Settle;

/// <summary>Resolves a thread or opens it again: any member of the committee, and whoever opened it.</summary>
internal sealed class SettleThread(TnDbContext db)
{
    /// <param name="resolved">False to open it again.</param>
    public Task<Outcome> SettleAsync(ReviewThreadId id, SubmissionId submission, bool resolved, ActContext act, CancellationToken cancellationToken) =>
        db.InTurnAsync(() => SettleNowAsync(id, submission, resolved, act, cancellationToken), cancellationToken);

    private async Task<Outcome> SettleNowAsync(ReviewThreadId id, SubmissionId where, bool resolved, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().SingleAsync(row => row.Id == where, cancellationToken);
        var thread = await db.Set<ReviewThread>().SingleAsync(row => row.Id == id, cancellationToken);
        if (ReviewDoor.RequireDiscussion(act, submission, thread).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!ReviewDoor.Settles(act, thread))
        {
            return new Refusal("review.thread-not-yours");
        }

        if (resolved)
        {
            thread.Resolve(act);
        }
        else
        {
            thread.Reopen(act);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
