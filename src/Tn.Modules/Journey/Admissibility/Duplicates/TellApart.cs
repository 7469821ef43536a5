using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>Says that two files that look alike are two people's: the pair is no longer shown among the duplicates.</summary>
internal sealed class TellApart(TnDbContext db, InstructionDoor door)
{
    /// <summary>The words that stand: not taken back.</summary>
    public static IQueryable<DistinctRow> Standing(TnDbContext db) =>
        db.Set<DistinctRow>().AsNoTracking().Where(row => row.Undoes == null && !db.Set<DistinctRow>().Any(later => later.Undoes == row.Id));

    /// <param name="number">Of a file that exists.</param>
    /// <param name="otherNumber">As typed.</param>
    /// <param name="reason">Stays with the files.</param>
    public async Task<Outcome> DeclareAsync(string number, string? otherNumber, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await door.OpenAsync(number, act, cancellationToken)).IsRefused(out var refusal, out var file))
        {
            return refusal;
        }

        var written = (otherNumber ?? string.Empty).Trim().ToUpperInvariant();
        if (await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == written && one.Id != file.Id, cancellationToken) is not { } other)
        {
            return new Refusal("duplicates.number");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("duplicates.reason");
        }

        db.Add(DistinctRow.Of(file, other, reason.Trim(), act));
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>The inverse act: the pair is shown again.</summary>
    public async Task<Outcome> TakeBackAsync(string number, Guid word, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await door.OpenAsync(number, act, cancellationToken)).IsRefused(out var refusal, out var file))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("duplicates.reason");
        }

        if (await Standing(db).SingleOrDefaultAsync(row => row.Id == word && (row.One == file.Id || row.Other == file.Id), cancellationToken) is not { } row)
        {
            return new Refusal("duplicates.not-apart");
        }

        db.Add(row.Undo(reason.Trim(), act));
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }
}
