using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>The invigilator has seen the candidate and a proof of identity, or corrects a mistake.</summary>
internal sealed class MarkPresence(TnDbContext db)
{
    public async Task<Outcome> MarkAsync(ExamSessionId id, PersonId candidate, bool present, ActContext act, CancellationToken cancellationToken)
    {
        var session = await db.Set<ExamSession>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var seat = await db.Set<SessionSeat>().SingleOrDefaultAsync(row => row.Session == id && row.Candidate == candidate, cancellationToken);
        if (session is null || seat is null || !SessionDoor.IsOpenTo(session, act))
        {
            return new Refusal("access.denied");
        }

        if (session.HeldOn != French.Day(act.At))
        {
            return new Refusal("exam.session-another-day").With("date", French.Date(session.HeldOn));
        }

        seat.PresentAt = present ? act.At : null;
        seat.MarkedBy = present ? act.ActorName : null;
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
