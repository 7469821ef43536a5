using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Jobs;
using Tn.Platform.Web;

namespace Tn.Journey.Path.Deadlines;

/// <summary>
/// Fires what the machine declares for a state whose maximum age is reached. The due day stands in the row,
/// so days of downtime delay the move and never double it.
/// </summary>
internal sealed class PathDeadlines(TnDbContext db, IConsultantPath path, Sentences sentences, TimeProvider clock) : IRecurringWork
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (state, duty) in PathMachine.Duties)
        {
            if (duty.Age is { WhenPassed: { } trigger } age)
            {
                await FireAsync(state, age, trigger, now, cancellationToken);
            }
        }
    }

    private async Task FireAsync(PathState state, MaximumAge<PathTrigger> age, PathTrigger trigger, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = French.Day(now);
        var due = await db.Set<ConsultantDossier>().AsNoTracking()
            .Where(one => one.State == state && one.DueOn <= today && one.MergedInto == null)
            .OrderBy(one => one.DueOn)
            .Take(Batch)
            .Select(one => new { one.Person, one.DueOn })
            .ToListAsync(cancellationToken);
        foreach (var file in due.Where(one => age.IsPassed(one.DueOn!.Value, today)))
        {
            db.ChangeTracker.Clear();
            var reason = sentences.InFrench.Of($"{PathWords.Key(trigger)}.reason", new Dictionary<string, string> { ["due"] = French.Date(file.DueOn!.Value) });
            var moved = await path.MoveAsync(file.Person, trigger, reason, ActContext.System(now, "job:path-deadlines"), cancellationToken);
            if (moved.IsDone)
            {
                // Moved by the person or another node meanwhile: the next sweep sees where the file stands.
                _ = await db.SaveUnlessMovedAsync(cancellationToken);
            }
        }
    }
}
