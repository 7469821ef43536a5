using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>A file, as a line of the pairs.</summary>
internal sealed record DuplicateFile(string Number, string DisplayName, string EnterpriseName, PathState State);

/// <summary>Two files that look alike, and in what.</summary>
internal sealed record DuplicatePair(DuplicateFile One, DuplicateFile Other, IReadOnlyList<Likeness> Why);

/// <summary>One page of the pairs.</summary>
internal sealed record DuplicatePage(IReadOnlyList<DuplicatePair> Pairs, int Total);

/// <summary>A pair that a committee told apart.</summary>
internal sealed record ToldApart(Guid Id, string OtherNumber, DateTimeOffset At, string By, string Reason);

/// <summary>Finds the files that are probably one person's. Files already merged are left out, and pairs that were told apart.</summary>
internal sealed class DuplicateFinder(TnDbContext db)
{
    public const int PageSize = 20;

    /// <summary>Pairs, those that look alike in most ways first. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<DuplicatePage>> PairsAsync(int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var prints = Live();
        var apart = TellApart.Standing(db);
        var alike =
            from one in prints
            join other in prints on new { one.Kind, one.Value } equals new { other.Kind, other.Value }
            where one.Number.CompareTo(other.Number) < 0 && !apart.Any(row => row.One == one.Dossier && row.Other == other.Dossier)
            group one by new { One = one.Number, Other = other.Number } into pair
            select new { pair.Key.One, pair.Key.Other, Count = pair.Count() };
        var total = await alike.CountAsync(cancellationToken);
        var keys = await alike.OrderByDescending(pair => pair.Count).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
            .Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var numbers = keys.SelectMany(pair => new[] { pair.One, pair.Other }).ToHashSet();
        var files = await FilesAsync(numbers, cancellationToken);
        var values = (await prints.Where(one => numbers.Contains(one.Number)).ToListAsync(cancellationToken)).ToLookup(one => one.Number);
        return new DuplicatePage([.. keys.Select(pair => new DuplicatePair(files[pair.One], files[pair.Other], Why(values[pair.One], values[pair.Other])))], total);
    }

    /// <summary>The files that look like one.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> OfAsync(ConsultantDossier dossier, CancellationToken cancellationToken)
    {
        var mine = await db.Set<Fingerprint>().AsNoTracking().Where(one => one.Dossier == dossier.Id).ToListAsync(cancellationToken);
        var apart = TellApart.Standing(db).Where(row => row.One == dossier.Id || row.Other == dossier.Id);
        var alike =
            from other in Live()
            where other.Dossier != dossier.Id && !apart.Any(row => row.One == other.Dossier || row.Other == other.Dossier) && db.Set<Fingerprint>().Any(one => one.Dossier == dossier.Id && one.Kind == other.Kind && one.Value == other.Value)
            select other;
        var others = (await alike.ToListAsync(cancellationToken)).ToLookup(one => one.Number);
        var files = await FilesAsync([.. others.Select(group => group.Key)], cancellationToken);
        var here = new DuplicateFile(dossier.Number, dossier.DisplayName, dossier.EnterpriseName, dossier.State);
        return [.. others.Select(group => new DuplicatePair(here, files[group.Key], Why(mine, group))).OrderByDescending(pair => pair.Why.Count).ThenBy(pair => pair.Other.Number, StringComparer.Ordinal)];
    }

    /// <summary>The pairs of a file that were told apart, newest first.</summary>
    public async Task<IReadOnlyList<ToldApart>> ApartAsync(DossierId dossier, CancellationToken cancellationToken) => await (
        from row in TellApart.Standing(db)
        where row.One == dossier || row.Other == dossier
        join other in db.Set<ConsultantDossier>() on row.One == dossier ? row.Other : row.One equals other.Id
        orderby row.At descending
        select new ToldApart(row.Id, other.Number, row.At, row.ActorName, row.Reason)).ToListAsync(cancellationToken);

    private static IReadOnlyList<Likeness> Why(IEnumerable<Fingerprint> one, IEnumerable<Fingerprint> other) =>
        [.. one.Select(print => (print.Kind, print.Value)).Intersect(other.Select(print => (print.Kind, print.Value))).Select(print => print.Kind).Distinct().Order()];

    private IQueryable<Fingerprint> Live() =>
        db.Set<Fingerprint>().AsNoTracking().Where(one => !db.Set<ConsultantDossier>().Any(file => file.Id == one.Dossier && file.MergedInto != null));

    private async Task<IReadOnlyDictionary<string, DuplicateFile>> FilesAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        await db.Set<ConsultantDossier>().AsNoTracking().Where(one => numbers.Contains(one.Number))
            .Select(one => new DuplicateFile(one.Number, one.DisplayName, one.EnterpriseName, one.State))
            .ToDictionaryAsync(one => one.Number, cancellationToken);
}
