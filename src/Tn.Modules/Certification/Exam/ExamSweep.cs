using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Exam;

/// <summary>
/// Each minute: lets forgotten pauses end, ends the sittings whose time is over, also when the candidate never came back,
/// and reckons in what incidents decided. (Journey opens due retakes.)
/// </summary>
internal sealed class ExamSweep(TnDbContext db, FinishSitting finish, PauseSitting pauses, RescoreSittings rescore, TimeProvider clock) : IRecurringWork
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "job:epreuves");
        await pauses.ResumeForgottenAsync(act, cancellationToken);
        var over = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.Status == SittingStatus.Open && row.EndsAt <= act.At)
            .OrderBy(row => row.EndsAt)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            db.ChangeTracker.Clear();
            await finish.FinishAsync(id, act, cancellationToken);
        }

        await rescore.RunDueAsync(act, cancellationToken);
    }
}
