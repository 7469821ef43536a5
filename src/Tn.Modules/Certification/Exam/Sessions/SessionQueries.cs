using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Incidents;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>What pages read of sessions; never a key, an answer or the text of an item.</summary>
internal sealed class SessionQueries(TnDbContext db, IncidentQueries incidents)
{
    public const int PageSize = 20;

    /// <summary>Sessions, the newest day first, with how many are expected and present. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(List<SessionLine> Lines, int Total)>> ListAsync(int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var total = await db.Set<ExamSession>().CountAsync(cancellationToken);
        var lines = await db.Set<ExamSession>().AsNoTracking()
            .OrderByDescending(row => row.HeldOn).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new SessionLine(
                row.Id,
                row.HeldOn,
                row.Room,
                row.InvigilatorName,
                db.Set<SessionSeat>().Count(seat => seat.Session == row.Id),
                db.Set<SessionSeat>().Count(seat => seat.Session == row.Id && seat.PresentAt != null)))
            .ToListAsync(cancellationToken);
        return (lines, total);
    }

    public Task<ExamSession?> FindAsync(ExamSessionId id, CancellationToken cancellationToken) =>
        db.Set<ExamSession>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>The room as it stands: four queries, however many candidates.</summary>
    public async Task<IReadOnlyList<LiveSeat>> LiveAsync(ExamSessionId id, CancellationToken cancellationToken)
    {
        var seats = await db.Set<SessionSeat>().AsNoTracking().Where(row => row.Session == id).OrderBy(row => row.DisplayName).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var sittings = await db.Set<Sitting>().AsNoTracking().Where(row => row.Session == id)
            .Select(row => new LiveSitting(row.Id, row.Candidate, row.Status, row.StartedAt, row.EndsAt, row.PausedAt, row.ItemCount, row.LastAnswerAt))
            .ToListAsync(cancellationToken);
        var ids = sittings.Select(sitting => sitting.Id).ToList();
        var answered = await db.Set<SittingAnswer>().AsNoTracking().Where(row => ids.Contains(row.Sitting)).GroupBy(row => row.Sitting)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        var waiting = await incidents.WaitingAsync(ids, cancellationToken);
        var newest = sittings.GroupBy(sitting => sitting.Candidate).ToDictionary(group => group.Key, group => group.MaxBy(sitting => sitting.StartedAt)!);
        return
        [
            .. seats.Select(seat => newest.TryGetValue(seat.Candidate, out var sitting)
                ? new LiveSeat(seat, sitting, answered.GetValueOrDefault(sitting.Id), waiting.GetValueOrDefault(sitting.Id))
                : new LiveSeat(seat, null, 0, 0)),
        ];
    }
}

/// <summary>A session as listed.</summary>
internal sealed record SessionLine(ExamSessionId Id, DateOnly HeldOn, string Room, string Invigilator, int Expected, int Present);

/// <summary>A sitting as an invigilator sees it.</summary>
internal sealed record LiveSitting(SittingId Id, PersonId Candidate, SittingStatus Status, DateTimeOffset StartedAt, DateTimeOffset EndsAt, DateTimeOffset? PausedAt, int ItemCount, DateTimeOffset? LastAnswerAt)
{
    public bool IsUnderWay => Status is SittingStatus.Open or SittingStatus.Paused;
}

/// <summary>A candidate of the room.</summary>
/// <param name="Answered">How many answers are kept; not which.</param>
internal sealed record LiveSeat(SessionSeat Seat, LiveSitting? Sitting, int Answered, int OpenIncidents);
