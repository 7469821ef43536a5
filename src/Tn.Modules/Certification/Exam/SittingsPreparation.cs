using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Startup;

namespace Tn.Certification.Exam;

/// <summary>At an upgrade: gives older sittings the rows of items and verdicts that newer ones are born with. Does nothing the second time.</summary>
internal sealed class SittingsPreparation(TnDbContext db) : IPreparation
{
    public int Order => 70;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var old = await db.Set<Sitting>().AsNoTracking().Where(row => row.Items.Count == 0).OrderBy(row => row.StartedAt).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in old)
        {
            db.ChangeTracker.Clear();
            var sitting = await db.Set<Sitting>().Include(row => row.Items).SingleAsync(row => row.Id == id, cancellationToken);
            sitting.CatchUp(await db.Set<SittingAnswer>().AsNoTracking().Where(row => row.Sitting == id).ToDictionaryAsync(row => row.Position, row => row.Response, cancellationToken));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another node started at the same moment and was first, or somebody answered: the next start finds what is left.
            }
        }

        db.ChangeTracker.Clear();
    }
}
