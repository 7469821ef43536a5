using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Exam;

/// <summary>Ends the sittings whose time is over, also when the candidate never came back, and opens due retakes.</summary>
internal sealed class ExamSweep(TnDbContext db, FinishSitting finish, IConsultantPath path, IProgrammeRules rules, ExamQueries queries, TimeProvider clock) : IRecurringWork
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "job:epreuves");
        await EndOverdueAsync(act, cancellationToken);
        await OpenRetakesAsync(act, cancellationToken);
    }

    private async Task EndOverdueAsync(ActContext act, CancellationToken cancellationToken)
    {
        var over = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.Status == SittingStatus.Open && row.EndsAt <= act.At)
            .OrderBy(row => row.EndsAt)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await finish.FinishAsync(id, act, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task OpenRetakesAsync(ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        foreach (var file in await path.InStateAsync(PathState.ExamRetake, 0, int.MaxValue, cancellationToken))
        {
            var attempts = Attempts.Of(await queries.OfAsync(file.Person, cancellationToken), inForce);
            if (attempts.Allow(act.At).IsDone)
            {
                _ = await path.MoveAsync(file.Person, PathTrigger.OpenRetake, "Le délai avant une nouvelle tentative est passé.", act, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
