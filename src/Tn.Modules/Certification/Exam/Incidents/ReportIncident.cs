using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>Keeps what the candidate, the invigilator or the desk says went wrong.</summary>
internal sealed class ReportIncident(TnDbContext db, SessionDoor door)
{
    // Against a page that posts in a loop; nobody has so many things to say of one hour.
    private const int PerSitting = 40;

    /// <summary>Refused to strangers, and to a candidate whose result is published: an appeal is then the way.</summary>
    public async Task<Outcome<IncidentId>> ReportAsync(SittingId id, IncidentReport report, ActContext act, CancellationToken cancellationToken)
    {
        if (await db.Set<Sitting>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } sitting
            || await SourceAsync(sitting, act, cancellationToken) is not { } source)
        {
            return new Refusal("access.denied");
        }

        if (source == IncidentSource.Candidate && !(sitting.IsUnderWay || sitting.Status == SittingStatus.Graded))
        {
            return new Refusal("exam.incident-too-late");
        }

        if (await db.Set<Incident>().CountAsync(row => row.Sitting == id, cancellationToken) >= PerSitting)
        {
            return new Refusal("exam.incident-too-many");
        }

        var incident = Incident.Report(sitting, report, source, act);
        if (incident.IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Add(incident.Value);
        await db.SaveChangesAsync(cancellationToken);
        return incident.Value.Id;
    }

    private async Task<IncidentSource?> SourceAsync(Sitting sitting, ActContext act, CancellationToken cancellationToken)
    {
        if (sitting.Candidate == act.Actor)
        {
            return IncidentSource.Candidate;
        }

        if (await door.IsInvigilatorAsync(sitting, act, cancellationToken))
        {
            return IncidentSource.Invigilator;
        }

        return act.Can(Permission.InstructDossiers) ? IncidentSource.Desk : null;
    }
}
