using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Registrations;

/// <summary>Takes a seat: once, before the end, with a letter of confirmation and a reminder the day before.</summary>
internal sealed class RegisterForWebinar(TnDbContext db, INotifier notifier, DayBefore dayBefore)
{
    public async Task<Outcome> RegisterAsync(string slug, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        var session = await db.Set<WebinarSession>().SingleOrDefaultAsync(one => one.Slug == slug && one.IsListed, cancellationToken);
        if (session is null)
        {
            return new Refusal("webinars.unknown");
        }

        if (session.EndsUtc <= act.At)
        {
            return new Refusal("webinars.over").With("date", French.Moment(session.StartsUtc));
        }

        var seat = await db.Set<WebinarRegistration>().SingleOrDefaultAsync(one => one.Session == session.Id && one.Person == person, cancellationToken);
        if (seat is { IsHeld: true })
        {
            return new Refusal("webinars.already-registered").With("date", French.Moment(session.StartsUtc));
        }

        if (seat is null)
        {
            seat = new WebinarRegistration(session.Id, person, act.At);
            db.Add(seat);
        }
        else
        {
            seat.TakeAgain(act.At);
        }

        await notifier.TellAsync(person, $"webinar-registered:{seat.Id}:{seat.Times}", Confirmation(session), act, cancellationToken);
        await dayBefore.PlanAsync(session, seat, act, cancellationToken);
        db.Record(new WebinarRegistered(session.Id, person), act);
        return await SaveAsync(session, cancellationToken);
    }

    // Two clicks at once: the unique index lets one through, and the other is told the truth.
    private async Task<Outcome> SaveAsync(WebinarSession session, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return new Refusal("webinars.already-registered").With("date", French.Moment(session.StartsUtc));
        }
    }

    private static Letter Confirmation(WebinarSession session) => new(
        $"Votre inscription : {session.Title}",
        [
            $"Vous êtes inscrit au webinaire « {session.Title} ».",
            $"Il a lieu {French.Moment(session.StartsUtc)} (heure de Paris) et dure {French.Minutes(session.Minutes)}.",
            "Vous recevrez un rappel la veille. Si vous ne pouvez plus venir, annulez votre inscription depuis la page du webinaire.",
        ],
        "Voir le webinaire et l’ajouter à mon agenda",
        $"/webinaires/{session.Slug}");
}
