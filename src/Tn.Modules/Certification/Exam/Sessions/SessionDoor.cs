using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>Who may run a session: its invigilator, and the desk.</summary>
internal sealed class SessionDoor(TnDbContext db)
{
    public static bool IsOpenTo(ExamSession session, ActContext act) => act.Can(Permission.InstructDossiers) || session.Invigilator == act.Actor;

    /// <summary>True for the invigilator of the session this sitting belongs to.</summary>
    public async Task<bool> IsInvigilatorAsync(Sitting sitting, ActContext act, CancellationToken cancellationToken) =>
        sitting.Session is { } session && act.Actor is { } person
        && await db.Set<ExamSession>().AsNoTracking().AnyAsync(row => row.Id == session && row.Invigilator == person, cancellationToken);

    /// <summary>Refused to everybody else.</summary>
    public async Task<Outcome> RequireAsync(Sitting sitting, ActContext act, CancellationToken cancellationToken) =>
        act.Can(Permission.InstructDossiers) || await IsInvigilatorAsync(sitting, act, cancellationToken) ? Outcome.Done : new Refusal("access.denied");
}
