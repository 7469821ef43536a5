using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>A line of the instructors' desk.</summary>
internal sealed record DossierLine(string Number, string DisplayName, string EnterpriseName, PathState State, DateTimeOffset StateSince, DateOnly? DueOn);

/// <summary>One page of the desk.</summary>
/// <param name="Counts">Files per state, over all pages.</param>
internal sealed record DossierPage(IReadOnlyList<DossierLine> Lines, int Total, IReadOnlyDictionary<PathState, int> Counts);

/// <summary>A file as instructors read it: everything, private notes included.</summary>
internal sealed record DossierFile(
    ConsultantDossier Dossier,
    CensusFolder Census,
    IReadOnlyList<PathHistoryRow> History,
    IReadOnlyList<PieceRequest> Requests,
    IReadOnlyList<InstructorNote> Notes,
    IReadOnlyList<CharterSignature> Signatures);

/// <summary>What instructors read.</summary>
internal sealed class DossierDesk(TnDbContext db, CensusReader censuses)
{
    public const int PageSize = 20;

    /// <summary>Files by deadline, those without one last; of one state, or of all.</summary>
    /// <param name="page">From 1.</param>
    public async Task<DossierPage> ListAsync(PathState? state, int page, CancellationToken cancellationToken)
    {
        var all = db.Set<ConsultantDossier>().AsNoTracking();
        var chosen = state is null ? all : all.Where(one => one.State == state);
        var lines = await chosen
            .OrderBy(one => one.DueOn == null).ThenBy(one => one.DueOn).ThenBy(one => one.StateSince).ThenBy(one => one.Number)
            .Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize)
            .Select(one => new DossierLine(one.Number, one.DisplayName, one.EnterpriseName, one.State, one.StateSince, one.DueOn))
            .ToListAsync(cancellationToken);
        var counts = await all.GroupBy(one => one.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var total = state is null ? counts.Sum(one => one.Count) : counts.Where(one => one.State == state).Sum(one => one.Count);
        return new DossierPage(lines, total, counts.ToDictionary(one => one.State, one => one.Count));
    }

    /// <summary>The whole file, or null when no file has this number.</summary>
    public async Task<DossierFile?> FindAsync(string number, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken);
        if (dossier is null)
        {
            return null;
        }

        return new DossierFile(
            dossier,
            await censuses.OfAsync(dossier, cancellationToken),
            await HistoryAsync(dossier.Id, cancellationToken),
            await db.Set<PieceRequest>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.RequestedAt).ToListAsync(cancellationToken),
            await db.Set<InstructorNote>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.At).ToListAsync(cancellationToken),
            await db.Set<CharterSignature>().AsNoTracking().Where(one => one.Person == dossier.Person).OrderByDescending(one => one.SignedAt).ToListAsync(cancellationToken));
    }

    /// <summary>Every move of a file, newest first.</summary>
    public async Task<IReadOnlyList<PathHistoryRow>> HistoryAsync(DossierId dossier, CancellationToken cancellationToken) =>
        await db.Set<PathHistoryRow>().AsNoTracking().Where(row => row.Dossier == dossier).OrderByDescending(row => row.Ordinal).ToListAsync(cancellationToken);
}
