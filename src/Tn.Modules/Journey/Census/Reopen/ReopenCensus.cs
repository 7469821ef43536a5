using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Reopen;

/// <summary>Takes a file that ended back to its census: every answer is still there, every step of the path is to be walked anew.</summary>
internal sealed class ReopenCensus(TnDbContext db, IConsultantPath path, IReminders reminders)
{
    public async Task<Outcome> ReopenAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if ((await path.MoveAsync(act.Person, PathTrigger.ReopenCensus, "Le consultant reprend son recensement.", act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var dossier = await db.Set<ConsultantDossier>().SingleAsync(one => one.Person == act.Person, cancellationToken);
        await CensusUnfinished.PlanAsync(reminders, dossier, act.At, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }
}
