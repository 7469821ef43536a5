using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review;

/// <summary>Reads submissions for the committee's desk.</summary>
internal sealed class ReviewQueries(TnDbContext db)
{
    /// <summary>What waits for the committee, earliest deadline first.</summary>
    public Task<List<ReviewSubmission>> OpenAsync(CancellationToken cancellationToken) =>
        db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery()
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.ChangesRequested || row.State == ReviewState.Approved)
            .OrderBy(row => row.DueOn).ThenBy(row => row.SubmittedUtc)
            .Take(200)
            .ToListAsync(cancellationToken);

    /// <summary>What a publication can be planned for: all that waits. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<ReviewSubmission>>> PlannableAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ScheduleContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await OpenAsync(cancellationToken);
    }

    /// <summary>The latest decisions, newest first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<DecidedLine>>> DecidedAsync(int take, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReviewContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<ReviewSubmission>().AsNoTracking()
            .Where(row => row.State == ReviewState.Published || row.State == ReviewState.Confirmed || row.State == ReviewState.Superseded || row.State == ReviewState.Rejected || row.State == ReviewState.Withdrawn || row.State == ReviewState.Archived)
            .OrderByDescending(row => row.ChangedUtc)
            .Take(take)
            .Select(row => new DecidedLine(row.Id, row.Title, row.State, row.ChangedUtc))
            .ToListAsync(cancellationToken);
    }

    /// <summary>A submission with its documents, votes and history, or null.</summary>
    public Task<ReviewSubmission?> FindAsync(SubmissionId id, CancellationToken cancellationToken) =>
        db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>The undecided submission that holds an item, or null.</summary>
    public Task<ReviewSubmission?> UndecidedOfAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery()
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.ChangesRequested || row.State == ReviewState.Approved)
            .Where(row => row.Documents.Any(document => document.ItemId == itemId))
            .OrderByDescending(row => row.SubmittedUtc)
            .FirstOrDefaultAsync(cancellationToken);
}

internal sealed record DecidedLine(SubmissionId Id, string Title, ReviewState State, DateTimeOffset ChangedUtc);
