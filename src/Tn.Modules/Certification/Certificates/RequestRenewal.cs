using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Certificates;

/// <summary>The holder asks for a new term: the file goes to the jury.</summary>
internal sealed class RequestRenewal(TnDbContext db, IConsultantPath path)
{
    /// <summary>Refused by the path outside the renewal window.</summary>
    public async Task<Outcome> RequestAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var moved = await path.MoveAsync(act.Person, PathTrigger.RequestRenewal, "Renouvellement demandé par le consultant.", act, cancellationToken);
        if (moved.IsRefused(out var refusal))
        {
            return refusal;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Asked twice at once, or the file was moved by somebody else.
            db.ChangeTracker.Clear();
            return new Refusal("certification.decision-elsewhere");
        }
    }
}
