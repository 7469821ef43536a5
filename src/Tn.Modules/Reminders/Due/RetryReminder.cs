using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Due;

/// <summary>Puts a given-up reminder back among those to send.</summary>
internal sealed class RetryReminder(TnDbContext db)
{
    /// <summary>Refused without <see cref="Permission.ManageJobs"/>, or when the reminder was not given up.</summary>
    public async Task<Outcome> RetryAsync(DueReminderId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageJobs).IsRefused(out var denied))
        {
            return denied;
        }

        var row = await db.Set<DueReminder>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (row is null || row.Retry(act.At).IsRefused(out _))
        {
            return new Refusal("reminders.not-failed");
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
