using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Jury;

/// <summary>Brings deferred files back before the jury on the day it gave them.</summary>
internal sealed class DeferralSweep(TnDbContext db, IConsultantPath path, TimeProvider clock) : IRecurringWork
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "job:ajournements");
        foreach (var file in await path.InStateAsync(PathState.Deferred, 0, int.MaxValue, cancellationToken))
        {
            db.ChangeTracker.Clear();
            var last = await db.Set<JuryCase>().AsNoTracking().Where(row => row.Candidate == file.Person).OrderByDescending(row => row.DecidedAt).FirstOrDefaultAsync(cancellationToken);
            if (last?.Minutes?.DeferredUntil is { } day && day <= French.Day(act.At)
                && (await path.MoveAsync(file.Person, PathTrigger.ReturnToJury, $"Le jury avait fixé le retour du dossier au {French.ShortDate(day)}.", act, cancellationToken)).IsDone)
            {
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
