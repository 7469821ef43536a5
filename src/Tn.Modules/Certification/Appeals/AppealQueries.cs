using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>What the appeals' pages read; nothing is tracked.</summary>
internal sealed class AppealQueries(TnDbContext db)
{
    public const int PageSize = 20;

    /// <summary>The appellant's own, newest first.</summary>
    public async Task<IReadOnlyList<Appeal>> OfAsync(PersonId appellant, CancellationToken cancellationToken) =>
        await db.Set<Appeal>().AsNoTracking().Where(row => row.Appellant == appellant).OrderByDescending(row => row.ContestedAt).Take(50).ToListAsync(cancellationToken);

    public Task<Appeal?> FindAsync(AppealId id, CancellationToken cancellationToken) =>
        db.Set<Appeal>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>Those before a panel on which the actor sits, first due first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<Appeal>>> ForMemberAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.HearAppeals).IsRefused(out var denied))
        {
            return denied;
        }

        // Few at a time are before a panel, whatever the number of appeals over the years.
        var open = await db.Set<Appeal>().AsNoTracking().Where(row => row.State == AppealState.BeforePanel).OrderBy(row => row.DueOn).Take(500).ToListAsync(cancellationToken);
        return open.FindAll(appeal => appeal.Panel.Any(seat => seat.Member == act.Actor));
    }

    /// <summary>A page of all appeals, for the committee: those that wait first, by their last day. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(List<Appeal> Appeals, int Total)>> PageAsync(int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        var all = db.Set<Appeal>().AsNoTracking();
        var total = await all.CountAsync(cancellationToken);
        var appeals = await all
            .OrderBy(row => row.State == AppealState.Lodged || row.State == AppealState.BeforePanel ? 0 : 1)
            .ThenBy(row => row.DueOn).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellationToken);
        return (appeals, total);
    }
}
