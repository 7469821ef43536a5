using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review;

/// <summary>What a member looks for in the queue.</summary>
/// <param name="Text">Part of a title or of an author's name, or null.</param>
/// <param name="State">Null for all that is undecided.</param>
/// <param name="ContentType">Null for all.</param>
/// <param name="Page">From 1.</param>
internal sealed record QueueFilter(string? Text, ReviewState? State, string? ContentType, bool OnlyMine, int Page, int Size);

/// <summary>A page of the queue.</summary>
/// <param name="Waiting">How many wait for the person, in the whole queue.</param>
internal sealed record QueuePage(IReadOnlyList<ReviewSubmission> Rows, int Total, int Waiting);

/// <summary>Reads the committee's queue: what waits for the person first, then by deadline.</summary>
internal sealed class QueueQueries(TnDbContext db)
{
    /// <summary>The states in which the committee is still waited for.</summary>
    public static readonly ReviewState[] Undecided = [ReviewState.Submitted, ReviewState.InReview, ReviewState.ChangesRequested, ReviewState.Approved];

    /// <summary>A page of the queue, as it stands for the member who acts. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<QueuePage>> ListAsync(QueueFilter filter, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReviewContent).IsRefused(out var denied))
        {
            return denied;
        }

        var person = act.Person;
        var undecided = db.Set<ReviewSubmission>().AsNoTracking().Where(row => Undecided.Contains(row.State));
        var waiting = await WaitingFor(undecided, person).CountAsync(cancellationToken);
        var rows = Matching(undecided, filter, person);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.AsSplitQuery()
            .OrderByDescending(row => (row.State == ReviewState.Submitted || row.State == ReviewState.InReview)
                && row.Submitter != person
                && !row.Documents.Any(document => document.Author == person)
                && !row.Votes.Any(vote => vote.Round == row.Round && vote.Member == person))
            .ThenBy(row => row.DueOn).ThenBy(row => row.SubmittedUtc).ThenBy(row => row.Id)
            .Skip((filter.Page - 1) * filter.Size)
            .Take(filter.Size)
            .ToListAsync(cancellationToken);
        return new QueuePage(page, total, waiting);
    }

    /// <summary>Open, not their own work, and without a vote of theirs in this round.</summary>
    private static IQueryable<ReviewSubmission> WaitingFor(IQueryable<ReviewSubmission> rows, PersonId person) => rows.Where(row =>
        (row.State == ReviewState.Submitted || row.State == ReviewState.InReview)
        && row.Submitter != person
        && !row.Documents.Any(document => document.Author == person)
        && !row.Votes.Any(vote => vote.Round == row.Round && vote.Member == person));

    private static IQueryable<ReviewSubmission> Matching(IQueryable<ReviewSubmission> rows, QueueFilter filter, PersonId person)
    {
        if (filter.OnlyMine)
        {
            rows = WaitingFor(rows, person);
        }

        if (filter.State is { } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (!string.IsNullOrWhiteSpace(filter.ContentType))
        {
            rows = rows.Where(row => row.Documents.Any(document => document.ContentType == filter.ContentType));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim().ToLowerInvariant();
#pragma warning disable CA1862, CA1311, CA1304 // Becomes SQL, which knows lower() and no comparison.
            rows = rows.Where(row => row.Title.ToLower().Contains(text) || row.SubmitterName.ToLower().Contains(text));
#pragma warning restore CA1862, CA1311, CA1304
        }

        return rows;
    }
}
