using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Registrations;

/// <summary>Gives a seat back; the reminder goes with it. Nothing to give back is no error.</summary>
internal sealed class CancelRegistration(TnDbContext db, IReminders reminders)
{
    public async Task<Outcome> CancelAsync(string slug, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        var session = await db.Set<WebinarSession>().SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken);
        if (session is null)
        {
            return new Refusal("webinars.unknown");
        }

        var seat = await db.Set<WebinarRegistration>().SingleOrDefaultAsync(one => one.Session == session.Id && one.Person == person, cancellationToken);
        if (seat is not { IsHeld: true })
        {
            return Outcome.Done;
        }

        seat.Cancel(act.At);
        await reminders.CancelAsync(DayBefore.KindName, seat.Id.ToString(), cancellationToken);
        db.Record(new WebinarRegistrationCancelled(session.Id, person), act);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
