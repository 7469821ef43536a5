using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Journey.Path;

/// <summary>Saves an act on a file that somebody else, or a second click, may move in the same instant.</summary>
internal static class Saving
{
    /// <summary>Done, or <c>dossier.moved-meanwhile</c> with nothing kept.</summary>
    public static async Task<Outcome> SaveUnlessMovedAsync(this TnDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // The file's revision says so, or, when that row is written first, the number of the next line of its history.
            db.ChangeTracker.Clear();
            return new Refusal("dossier.moved-meanwhile");
        }
    }
}
