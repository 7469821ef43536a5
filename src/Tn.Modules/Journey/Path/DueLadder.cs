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
                await reminders.PlanAsync(new PlannedReminder($"{KeyOf(kind, dossier)}D-{days}", kind, dossier.Id.ToString(), $"D-{days}", dossier.Person, due), cancellationToken);
            }
        }
    }

    /// <summary>The reminder's file while it is still in the same stay in the state, or null: another stay has another last day.</summary>
    public static async Task<ConsultantDossier?> FindAsync(TnDbContext db, PlannedReminder reminder, PathState state, CancellationToken cancellationToken)
    {
        var id = new DossierId(Guid.Parse(reminder.Subject));
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State == state, cancellationToken);
        return dossier is not null && reminder.Key.StartsWith(KeyOf(reminder.Kind, dossier), StringComparison.Ordinal) ? dossier : null;
    }

    // The history's length tells this stay in the state from an earlier one.
    private static string KeyOf(string kind, ConsultantDossier dossier) => $"{kind}:{dossier.Number}:{dossier.HistoryLength}:";
}
