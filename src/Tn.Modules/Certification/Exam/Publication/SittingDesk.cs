using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Incidents;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Publication;

/// <summary>The desk's lists and files of sittings; never a key, never an answer.</summary>
internal sealed class SittingDesk(TnDbContext db, IPeople people, IncidentQueries incidents)
{
    public const int PageSize = 25;

    /// <summary>Sittings in a state, the oldest first where somebody waits, else the newest. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<SittingPage>> ListAsync(SittingStatus status, int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var counts = await db.Set<Sitting>().GroupBy(row => row.Status).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        var rows = db.Set<Sitting>().AsNoTracking().Where(row => row.Status == status);
        var ordered = status == SittingStatus.Graded ? rows.OrderBy(row => row.ClosedAt).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.ClosedAt).ThenBy(row => row.Id);
        var lines = await ordered.Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new { row.Id, row.Candidate, row.Attempt, row.StartedAt, row.ClosedAt, row.Passed, row.VerdictNumber, row.Session })
            .ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. lines.Select(line => line.Candidate)], cancellationToken);
        var waiting = await incidents.WaitingAsync([.. lines.Select(line => line.Id)], cancellationToken);
        return new SittingPage(
            [
                .. lines.Select(line => new SittingLine(
                    line.Id,
                    names.TryGetValue(line.Candidate, out var person) ? person.DisplayName : "Compte fermé",
                    line.Attempt,
                    line.StartedAt,
                    line.ClosedAt,
                    line.Passed,
                    line.VerdictNumber,
                    line.Session is not null,
                    waiting.GetValueOrDefault(line.Id))),
            ],
            counts);
    }

    /// <summary>One sitting as the desk reads it, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<SittingFile?>> OpenAsync(SittingId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        return await FindAsync(id, cancellationToken) is { } sitting
            ? new SittingFile(sitting, await NameAsync(sitting.Candidate, cancellationToken), await incidents.OfAsync(id, cancellationToken))
            : null;
    }

    /// <summary>One sitting with its history and verdicts, or null; the caller has made sure that it may be read.</summary>
    public Task<Sitting?> FindAsync(SittingId id, CancellationToken cancellationToken) => db.Set<Sitting>().AsNoTracking()
        .Include(row => row.History).Include(row => row.Verdicts).AsSplitQuery()
        .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private async Task<string> NameAsync(PersonId candidate, CancellationToken cancellationToken) =>
        (await people.FindAsync(candidate, cancellationToken))?.DisplayName ?? "Compte fermé";
}

/// <summary>A sitting with its candidate's name and its incidents, oldest first.</summary>
internal sealed record SittingFile(Sitting Sitting, string Candidate, IReadOnlyList<Incident> Incidents);

/// <summary>A page of sittings, and how many there are of each state.</summary>
internal sealed record SittingPage(IReadOnlyList<SittingLine> Lines, IReadOnlyDictionary<SittingStatus, int> Counts);

/// <summary>A sitting as listed.</summary>
internal sealed record SittingLine(SittingId Id, string Candidate, int Attempt, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, bool? Passed, int Verdicts, bool IsInvigilated, int OpenIncidents);
