using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Journey.Path;

/// <summary>Reminders 30 and 7 days before the last day of a state; shared by the states that wait for the consultant.</summary>
internal static class DueLadder
{
    private static readonly int[] DaysBefore = [30, 7];

    /// <summary>Plans for a file that has just entered a state with a last day.</summary>
    public static async Task PlanAsync(IReminders reminders, string kind, ConsultantDossier dossier, CancellationToken cancellationToken)
    {
        foreach (var days in DaysBefore)
        {
            var due = French.StartOf(dossier.DueOn!.Value.AddDays(-days)).AddHours(8);
            if (due > dossier.StateSince)
            {
                // The history's length tells this stay in the state from an earlier one.
                var key = $"{kind}:{dossier.Number}:{dossier.HistoryLength}:D-{days}";
                await reminders.PlanAsync(new PlannedReminder(key, kind, dossier.Id.ToString(), $"D-{days}", dossier.Person, due), cancellationToken);
            }
        }
    }

    /// <summary>The reminder's file while it is still in the state, or null.</summary>
    public static Task<ConsultantDossier?> FindAsync(TnDbContext db, PlannedReminder reminder, PathState state, CancellationToken cancellationToken)
    {
        var id = new DossierId(Guid.Parse(reminder.Subject));
        return db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State == state, cancellationToken);
    }
}
