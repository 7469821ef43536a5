using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Journey.Path;

/// <summary>The moves of files, and how many wait for whom.</summary>
internal sealed class PathWitness(TnDbContext db) : ISandboxWitness
{
    public async Task<IReadOnlyList<SandboxFact>> BetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var moves = await db.Set<PathHistoryRow>().AsNoTracking()
            .Where(row => row.At >= from && row.At < until)
            .Join(db.Set<ConsultantDossier>(), row => row.Dossier, file => file.Id, (row, file) => new { row.At, row.Trigger, file.Number, file.DisplayName })
            .ToListAsync(cancellationToken);
        return [.. moves.Select(move => new SandboxFact(move.At, PathWords.Key(move.Trigger), $"{move.DisplayName}, {move.Number}"))];
    }

    public async Task<IReadOnlyDictionary<string, int>> WaitingAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Set<ConsultantDossier>().Where(file => file.MergedInto == null).GroupBy(file => file.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return counts.GroupBy(one => PathMachine.Duties[one.Key].Owner).ToDictionary(group => PathWords.Key(group.Key), group => group.Sum(one => one.Count));
    }
}
