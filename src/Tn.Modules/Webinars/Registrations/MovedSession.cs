using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Registrations;

/// <summary>A session moved: those who hold a seat are told, and their reminder moves with it. Does not save.</summary>
internal sealed class MovedSession(TnDbContext db, INotifier notifier, IReminders reminders, DayBefore dayBefore)
{
    public async Task TellAsync(WebinarSession session, ActContext act, CancellationToken cancellationToken)
    {
        var seats = await db.Set<WebinarRegistration>().Where(seat => seat.Session == session.Id && seat.CancelledAt == null).ToListAsync(cancellationToken);
        foreach (var seat in seats)
        {
            await reminders.CancelAsync(DayBefore.KindName, seat.Id.ToString(), cancellationToken);
            await dayBefore.PlanAsync(session, seat, act, cancellationToken);
            await notifier.TellAsync(seat.Person, $"webinar-moved:{seat.Id}:{session.StartsUtc.ToUnixTimeSeconds()}", Letter(session), act, cancellationToken);
        }
    }

    private static Letter Letter(WebinarSession session) => new(
        $"Nouvelle date : {session.Title}",
        [$"Le webinaire « {session.Title} » aura lieu {French.Moment(session.StartsUtc)} (heure de Paris). Votre inscription est gardée ; annulez-la si cette date ne vous convient pas."],
        "Voir le webinaire",
        $"/webinaires/{session.Slug}");
}
