using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>Saves what administrators change; two at once is a refusal, not an error.</summary>
internal static class AccountChanges
{
    public static async Task<Outcome> SaveAsync(TnDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            return new Refusal("account.changed-meanwhile");
        }
    }
}
