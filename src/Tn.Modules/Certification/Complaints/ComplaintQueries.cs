using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Complaints;

/// <summary>What the complaints' pages read; nothing is tracked. What is not confirmed is read by nobody.</summary>
internal sealed class ComplaintQueries(TnDbContext db)
{
    public const int PageSize = 20;

    private static readonly ComplaintState[] Unread = [ComplaintState.Received, ComplaintState.Unconfirmed];
    private static readonly ComplaintState[] Hidden = [.. Unread, ComplaintState.Confirmed, ComplaintState.Inadmissible];
    private static readonly ComplaintState[] ForCommittee = [ComplaintState.Confirmed, ComplaintState.UnderReview, ComplaintState.SanctionProposed];

    /// <summary>Those a consultant may read: admitted ones, newest first.</summary>
    public async Task<IReadOnlyList<Complaint>> OfAsync(PersonId holder, CancellationToken cancellationToken) =>
        await db.Set<Complaint>().AsNoTracking().Where(row => row.Holder == holder && !Hidden.Contains(row.State)).OrderByDescending(row => row.WrittenAt).Take(50).ToListAsync(cancellationToken);

    /// <summary>One as the committee reads it, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<Complaint?>> FindAsync(ComplaintId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<Complaint>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !Unread.Contains(row.State), cancellationToken);
    }

    /// <summary>A page of those the committee reads: first those that wait for it, by their last day. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(List<Complaint> Complaints, int Total)>> PageAsync(int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        var all = db.Set<Complaint>().AsNoTracking().Where(row => !Unread.Contains(row.State));
        var total = await all.CountAsync(cancellationToken);
        var complaints = await all
            .OrderBy(row => ForCommittee.Contains(row.State) ? 0 : 1).ThenBy(row => row.DueOn).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellationToken);
        return (complaints, total);
    }

    /// <summary>How many wait for the committee.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        db.Set<Complaint>().CountAsync(row => ForCommittee.Contains(row.State), cancellationToken);

    /// <summary>Those about a consultant that propose a sanction. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<Complaint>>> ProposalsAsync(PersonId holder, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<Complaint>().AsNoTracking().Where(row => row.Holder == holder && row.State == ComplaintState.SanctionProposed).OrderBy(row => row.WrittenAt).ToListAsync(cancellationToken);
    }
}
