using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Schedule;

/// <summary>Calls a planned act off while it is still to come.</summary>
internal sealed class CancelPlannedAct(TnDbContext db)
{
    /// <param name="why">May be empty.</param>
    public async Task<Outcome> CancelAsync(PlannedActId id, string why, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ScheduleContent).IsRefused(out var denied))
        {
            return denied;
        }

        var planned = await db.Set<PlannedAct>().SingleAsync(row => row.Id == id, cancellationToken);
        if (planned.Cancel(why.Length <= 200 ? why : why[..200], act).IsRefused(out var refusal))
        {
            return refusal;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The sweep executed it in this very instant.
            return new Refusal("content.schedule-closed");
        }

        return Outcome.Done;
    }
}
