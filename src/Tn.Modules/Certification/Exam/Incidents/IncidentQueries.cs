using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>What pages read of incidents; nothing is tracked.</summary>
internal sealed class IncidentQueries(TnDbContext db)
{
    /// <summary>A sitting's incidents, oldest first; bounded when they are reported.</summary>
    public async Task<IReadOnlyList<Incident>> OfAsync(SittingId sitting, CancellationToken cancellationToken) =>
        await db.Set<Incident>().AsNoTracking().Where(row => row.Sitting == sitting).OrderBy(row => row.ReportedAt).ToListAsync(cancellationToken);

    /// <summary>How many incidents wait, by sitting, for the given sittings; one query.</summary>
    public async Task<IReadOnlyDictionary<SittingId, int>> WaitingAsync(IReadOnlyCollection<SittingId> sittings, CancellationToken cancellationToken) =>
        await db.Set<Incident>().AsNoTracking()
            .Where(row => row.Status == IncidentStatus.Reported && sittings.Contains(row.Sitting))
            .GroupBy(row => row.Sitting)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
}
