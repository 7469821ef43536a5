using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Due;

/// <summary>Plans and cancels, in the caller's unit of work: a plan is kept if and only if what caused it is.</summary>
internal sealed class PlanReminders(TnDbContext db, TimeProvider clock) : IReminders
{
    public async Task PlanAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var rows = db.Set<DueReminder>();
        var known = rows.Local.FirstOrDefault(row => row.Key == reminder.Key) ?? await rows.SingleOrDefaultAsync(row => row.Key == reminder.Key, cancellationToken);
        if (known is null)
        {
            rows.Add(new DueReminder(reminder));
        }
        else
        {
            known.PlanAgain(reminder.DueUtc, clock.GetUtcNow());
        }
    }

    public async Task CancelAsync(string kind, string subject, CancellationToken cancellationToken)
    {
        var rows = db.Set<DueReminder>();
        await rows.Where(row => row.Kind == kind && row.Subject == subject && row.State == DueState.Planned).LoadAsync(cancellationToken);
        foreach (var row in rows.Local.Where(row => row.Kind == kind && row.Subject == subject && row.State == DueState.Planned))
        {
            row.Drop();
        }
    }
}
