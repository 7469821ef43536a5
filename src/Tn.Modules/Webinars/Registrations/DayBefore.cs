using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Registrations;

/// <summary>The reminder of the day before, at nine in the morning, Paris.</summary>
internal sealed class DayBefore(TnDbContext db, IReminders reminders) : IReminderKind
{
    public const string KindName = "webinar-day-before";

    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    public string Kind => KindName;

    /// <summary>Plans it in the caller's unit of work; nothing when that moment has passed.</summary>
    public async Task PlanAsync(WebinarSession session, WebinarRegistration seat, ActContext act, CancellationToken cancellationToken)
    {
        var due = French.StartOf(French.Day(session.StartsUtc).AddDays(-1)) + Morning;
        if (due > act.At)
        {
            await reminders.PlanAsync(
                new PlannedReminder($"{KindName}:{seat.Id}:{seat.Times}:{session.StartsUtc.ToUnixTimeSeconds()}", KindName, seat.Id.ToString(), "D-1", seat.Person, due),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var id = RegistrationId.From(Guid.Parse(reminder.Subject));
        var seat = await db.Set<WebinarRegistration>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (seat is not { IsHeld: true })
        {
            return null;
        }

        var session = await db.Set<WebinarSession>().AsNoTracking().SingleAsync(one => one.Id == seat.Session, cancellationToken);
        return session.IsListed && session.StartsUtc > reminder.DueUtc
            ? new Letter(
                $"Rappel : {session.Title}",
                [$"Le webinaire « {session.Title} », auquel vous êtes inscrit, a lieu {French.Moment(session.StartsUtc)} (heure de Paris). Il dure {French.Minutes(session.Minutes)}."],
                "Voir le webinaire",
                $"/webinaires/{session.Slug}")
            : null;
    }
}
