using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review.Passages;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads.Open;

/// <summary>A member or an author says something of a passage.</summary>
internal sealed class OpenThread(TnDbContext db, ThreadLetters letters)
{
    public async Task<Outcome<ReviewThreadId>> OpenAsync(RemarkOnPassage said, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().SingleAsync(row => row.Id == said.Submission, cancellationToken);
        if (ReviewDoor.RequireDiscussion(act, submission).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (submission.Documents.FirstOrDefault(one => one.VersionId == said.VersionId) is not { } document)
        {
            return new Refusal("content.vote-version-changed");
        }

        var version = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.VersionId == said.VersionId, cancellationToken);
        if (PassageReader.Of(version).FirstOrDefault(one => one.Anchor == said.Anchor) is not { } passage)
        {
            return new Refusal("review.passage-unknown");
        }

        var opened = ReviewThread.Open(submission.Id, document, passage, said.Text, act);
        if (opened.IsRefused(out refusal))
        {
            return refusal;
        }

        return await SaidAlreadyAsync(opened.Value, act, cancellationToken) is { } twin ? twin.Id : await AddAsync(opened.Value, submission, act, cancellationToken);
    }

    /// <summary>A form sent twice opens one thread.</summary>
    private async Task<ReviewThread?> SaidAlreadyAsync(ReviewThread thread, ActContext act, CancellationToken cancellationToken)
    {
        var mine = await db.Set<ReviewThread>().AsNoTracking()
            .Where(row => row.ItemId == thread.ItemId && row.VersionId == thread.VersionId && row.Anchor == thread.Anchor && row.OpenedBy == act.Person && row.ResolvedUtc == null)
            .ToListAsync(cancellationToken);
        return mine.Find(one => one.Remarks[0].Text == thread.Remarks[0].Text);
    }

    private async Task<Outcome<ReviewThreadId>> AddAsync(ReviewThread thread, ReviewSubmission submission, ActContext act, CancellationToken cancellationToken)
    {
        db.Add(thread);
        await letters.TellAsync(thread, submission, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return thread.Id;
    }
}

/// <summary>What is said, and of what.</summary>
internal sealed record RemarkOnPassage(SubmissionId Submission, string VersionId, string Anchor, string Text);
