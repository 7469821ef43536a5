using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Schedule;

internal sealed record PlannedPage(IReadOnlyList<PlannedAct> Rows, int Total);

/// <summary>Reads planned acts.</summary>
internal sealed class ScheduleQueries(TnDbContext db)
{
    /// <summary>What is to come, nearest first, or what is over, latest first. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<PlannedPage>> ListAsync(bool open, int page, int size, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var rows = db.Set<PlannedAct>().AsNoTracking().Where(row => (row.OpenKey != null) == open);
        var total = await rows.CountAsync(cancellationToken);
        var ordered = open ? rows.OrderBy(row => row.DueUtc).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.DueUtc).ThenBy(row => row.Id);
        return new PlannedPage(await ordered.Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), total);
    }

    /// <summary>A planned act with its history, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<PlannedAct?>> FindAsync(PlannedActId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<PlannedAct>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>The open plan to publish a submission, or null.</summary>
    public Task<PlannedAct?> OfSubmissionAsync(SubmissionId submission, CancellationToken cancellationToken)
    {
        var key = $"publish:{submission}";
        return db.Set<PlannedAct>().AsNoTracking().SingleOrDefaultAsync(row => row.OpenKey == key, cancellationToken);
    }

    /// <summary>The open plan to archive a document, or null.</summary>
    public Task<PlannedAct?> OfItemAsync(string itemId, CancellationToken cancellationToken)
    {
        var key = $"archive:{itemId}";
        return db.Set<PlannedAct>().AsNoTracking().SingleOrDefaultAsync(row => row.OpenKey == key, cancellationToken);
    }

    /// <summary>True when a submission, once approved, must wait for its time.</summary>
    public async Task<bool> IsAheadAsync(SubmissionId submission, DateTimeOffset now, CancellationToken cancellationToken) =>
        await OfSubmissionAsync(submission, cancellationToken) is { } planned && planned.DueUtc > now;
}
