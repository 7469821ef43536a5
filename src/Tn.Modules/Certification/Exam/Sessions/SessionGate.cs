using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>Where a candidate sits: alone, or at the session where they are expected.</summary>
/// <param name="Session">Null for a sitting on one's own.</param>
internal readonly record struct Place(ExamSessionId? Session);

/// <summary>Lets a candidate expected at a session start there, on the day, with the code and once marked present; anybody else starts alone.</summary>
internal sealed class SessionGate(TnDbContext db)
{
    /// <summary>The session where the candidate is next expected, today or later, or null.</summary>
    public async Task<ExpectedSeat?> ExpectedAsync(PersonId candidate, DateOnly today, CancellationToken cancellationToken)
    {
        var seat = await db.Set<SessionSeat>().AsNoTracking()
            .Where(row => row.Candidate == candidate && row.HeldOn >= today)
            .OrderBy(row => row.HeldOn)
            .FirstOrDefaultAsync(cancellationToken);
        return seat is null ? null : new ExpectedSeat(seat, await db.Set<ExamSession>().AsNoTracking().SingleAsync(row => row.Id == seat.Session, cancellationToken));
    }

    /// <summary>The place of a start now; refused with the day and the room, for a wrong code, and before the presence is marked.</summary>
    public async Task<Outcome<Place>> EnterAsync(string? accessCode, ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        if (await ExpectedAsync(act.Person, today, cancellationToken) is not { } expected)
        {
            return new Place(null);
        }

        if (expected.Allow(today).IsRefused(out var early))
        {
            return early;
        }

        if (!expected.Session.Opens(accessCode))
        {
            return new Refusal("exam.access-code");
        }

        return expected.Seat.PresentAt is null ? new Refusal("exam.not-present") : new Place(expected.Session.Id);
    }
}

/// <summary>A seat and its session.</summary>
internal sealed record ExpectedSeat(SessionSeat Seat, ExamSession Session)
{
    /// <summary>Refused before the session's day.</summary>
    public Outcome Allow(DateOnly today) => Session.HeldOn <= today
        ? Outcome.Done
        : new Refusal("exam.session-expected").With("date", French.Date(Session.HeldOn)).With("room", Session.Room);
}
