using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Content.Review.Renewal;

/// <summary>
/// Every morning: published texts whose review-by date comes near return to the committee, a course with its lessons as one
/// submission. Once: an item is in one undecided submission, and what the committee rejected or a manager took back does not return.
/// </summary>
internal sealed class OpenDueReviews(TnDbContext db, ReviewRules rules, TimeProvider clock) : IRecurringWork
{
    private const int AtATime = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "job:renewal");
        var limit = await rules.DueWithinAsync(act.At, cancellationToken);
        var dueOn = await rules.DueOnAsync(act.At, cancellationToken);
        var due = await Due(limit).OrderBy(row => row.ReviewBy).Take(AtATime).Select(row => new { row.ItemId, row.ContentType, row.ContainerId }).ToListAsync(cancellationToken);
        foreach (var group in due.GroupBy(row => row.ContentType == ContentTypes.Lesson ? row.ContainerId! : row.ItemId))
        {
            await db.InTurnAsync(() => OpenAsync(group.Key, limit, dueOn, act, cancellationToken), cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<ContentVersion> Due(DateOnly limit) => db.Set<ContentVersion>().Where(row =>
        row.PublishedKey != null
        && row.ReviewBy <= limit
        && !db.Set<ReviewSubmission>().Any(submission => submission.Documents.Any(document => document.OpenKey == row.ItemId))
        && !db.Set<ReviewSubmission>().Any(submission => submission.Renewal
            && (submission.State == ReviewState.Rejected || submission.State == ReviewState.Withdrawn || submission.State == ReviewState.Approved)
            && submission.Documents.Any(document => document.VersionId == row.VersionId)));

    /// <summary>Looks again before it opens: another node may have been quicker.</summary>
    private async Task<Outcome> OpenAsync(string itemId, DateOnly limit, DateOnly dueOn, ActContext act, CancellationToken cancellationToken)
    {
        var versions = await Due(limit)
            .Where(row => row.ItemId == itemId || (row.ContentType == ContentTypes.Lesson && row.ContainerId == itemId))
            .ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            return Outcome.Done;
        }

        var title = await db.Set<ContentVersion>().Where(row => row.PublishedKey == itemId).Select(row => row.DisplayText).SingleOrDefaultAsync(cancellationToken);
        var isCourse = versions.Exists(version => version.ContentType is ContentTypes.Course or ContentTypes.Lesson);
        var submission = ReviewSubmission.Open(title ?? versions[0].DisplayText, isCourse ? SubmissionKind.Course : SubmissionKind.Other, null, act.ActorName, act, renewal: true);
        var note = $"Relecture périodique : à revoir avant le {French.Date(versions.Min(version => version.ReviewBy)!.Value)}.";
        if (submission.Submit(versions, dueOn, act, note).IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Add(submission);
        db.Record(new ContentSubmitted(submission.Id.Value, submission.Title, null), act);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>What periodic reviews need.</summary>
internal static class RenewalServices
{
    public static IServiceCollection AddRenewals(this IServiceCollection services) =>
        services.AddRecurringWork<OpenDueReviews>("content-renewal", "30 5 * * *");
}
