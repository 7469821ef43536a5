using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads.Answer;

/// <summary>A member or an author answers.</summary>
internal sealed class AnswerThread(TnDbContext db, ThreadLetters letters)
{
    /// <param name="submission">The one in which the thread is read: it may be a later one than that in which it was opened.</param>
    public Task<Outcome> AnswerAsync(ReviewThreadId id, SubmissionId submission, string text, ActContext act, CancellationToken cancellationToken) =>
        db.InTurnAsync(() => AnswerNowAsync(id, submission, text, act, cancellationToken), cancellationToken);

    private async Task<Outcome> AnswerNowAsync(ReviewThreadId id, SubmissionId where, string text, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().SingleAsync(row => row.Id == where, cancellationToken);
        var thread = await db.Set<ReviewThread>().SingleAsync(row => row.Id == id, cancellationToken);
        if (ReviewDoor.RequireDiscussion(act, submission, thread).IsRefused(out var refusal) || thread.Say(text, act).IsRefused(out refusal))
        {
            return refusal;
        }

        if (db.ChangeTracker.HasChanges())
        {
            await letters.TellAsync(thread, submission, act, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
