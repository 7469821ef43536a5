using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>Takes the fingerprints of files that were opened before there were any; does nothing once all have theirs.</summary>
internal sealed class FingerprintSweep(TnDbContext db, FingerprintKeeper keeper) : IRecurringWork
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var without = await db.Set<ConsultantDossier>().Where(one => !db.Set<Fingerprint>().Any(print => print.Dossier == one.Id))
            .OrderBy(one => one.Number).Take(Batch).ToListAsync(cancellationToken);
        foreach (var dossier in without)
        {
            await keeper.KeepAsync(dossier, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
