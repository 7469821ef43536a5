using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Platform.Data;

namespace Tn.Journey.Path.Verify;

/// <summary>What a verification found.</summary>
/// <param name="Broken">Number of each file whose history does not hold, with the first row at fault.</param>
/// <param name="BrokenSignatures">Charter signatures whose evidence was altered.</param>
internal sealed record ChainReport(int Files, int Rows, IReadOnlyList<BrokenChain> Broken, IReadOnlyList<Guid> BrokenSignatures)
{
    public bool Holds => Broken.Count == 0 && BrokenSignatures.Count == 0;
}

/// <summary>A file whose history was altered.</summary>
/// <param name="Ordinal">The first row that does not follow from the one before; one more than the last row when the end is missing.</param>
internal sealed record BrokenChain(string Number, int Ordinal);

/// <summary>Computes every hash of every history and of every signature anew and compares: says where a row was changed, added or removed.</summary>
internal sealed class VerifyChain(TnDbContext db)
{
    public async Task<Outcome<ChainReport>> VerifyAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var dossiers = await db.Set<ConsultantDossier>().AsNoTracking().OrderBy(one => one.Number).ToListAsync(cancellationToken);
        var broken = new List<BrokenChain>();
        var rows = 0;
        foreach (var dossier in dossiers)
        {
            var history = await db.Set<PathHistoryRow>().AsNoTracking()
                .Where(row => row.Dossier == dossier.Id).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
            rows += history.Count;
            if (FirstFault(dossier, history) is { } ordinal)
            {
                broken.Add(new BrokenChain(dossier.Number, ordinal));
            }
        }

        var signatures = await db.Set<CharterSignature>().AsNoTracking().ToListAsync(cancellationToken);
        return new ChainReport(dossiers.Count, rows, broken, [.. signatures.Where(one => one.Hash != one.ComputeHash()).Select(one => one.Id)]);
    }

    /// <summary>The first row at fault, or null when the history holds.</summary>
    internal static int? FirstFault(ConsultantDossier dossier, IReadOnlyList<PathHistoryRow> history)
    {
        var previous = HashChain.Origin;
        for (var at = 0; at < history.Count; at++)
        {
            if (history[at].Ordinal != at + 1 || history[at].Hash != history[at].HashAfter(previous))
            {
                return at + 1;
            }

            previous = history[at].Hash;
        }

        return previous == dossier.HistoryHead && history.Count == dossier.HistoryLength ? null : history.Count + 1;
    }
}
