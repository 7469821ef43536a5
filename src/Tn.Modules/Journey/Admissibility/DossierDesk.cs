using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>A line of the instructors' desk.</summary>
internal sealed record DossierLine(string Number, string DisplayName, string EnterpriseName, PathState State, DateTimeOffset StateSince, DateOnly? DueOn, string? Instructor);

/// <summary>Whose files are listed.</summary>
internal enum DeskShare
{
    All,
    Mine,
    Unassigned,
}

/// <summary>What the desk is filtered by.</summary>
/// <param name="Late">Only files whose due day has passed.</param>
/// <param name="Words">In the number, the name or the enterprise; empty for all.</param>
internal sealed record DeskFilter(PathState? State = null, DeskShare Share = DeskShare.All, bool Late = false, string Words = "");

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
    IReadOnlyList<CharterSignature> Signatures)
{
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    public IReadOnlyList<ReferenceRequest> References { get; init; } = [];

    public IReadOnlyList<DuplicatePair> Duplicates { get; init; } = [];

    public Assignment? Assignment { get; init; }
}

/// <summary>What instructors read.</summary>
internal sealed class DossierDesk(TnDbContext db, CensusReader censuses, PaperShelf papers, DuplicateFinder duplicates)
{
    public const int PageSize = 20;

    /// <summary>Files by deadline, those without one last; merged files left out. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<DossierPage>> ListAsync(DeskFilter filter, int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var all = db.Set<ConsultantDossier>().AsNoTracking().Where(one => one.MergedInto == null);
        var chosen = Choose(all, filter, act);
        var lines = await chosen
            .OrderBy(one => one.DueOn == null).ThenBy(one => one.DueOn).ThenBy(one => one.StateSince).ThenBy(one => one.Number)
            .Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize)
            .Select(one => new DossierLine(
                one.Number, one.DisplayName, one.EnterpriseName, one.State, one.StateSince, one.DueOn,
                db.Set<Assignment>().Where(row => row.Dossier == one.Id).Select(row => row.InstructorName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var counts = await all.GroupBy(one => one.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new DossierPage(lines, await chosen.CountAsync(cancellationToken), counts.ToDictionary(one => one.State, one => one.Count));
    }

    private IQueryable<ConsultantDossier> Choose(IQueryable<ConsultantDossier> files, DeskFilter filter, ActContext act)
    {
        if (filter.State is { } state)
        {
            files = files.Where(one => one.State == state);
        }

        if (filter.Late)
        {
            var today = French.Day(act.At);
            files = files.Where(one => one.DueOn < today);
        }

        if (filter.Words.Length > 0)
        {
            var words = filter.Words.ToLowerInvariant();
#pragma warning disable CA1862, CA1311, CA1304 // Becomes SQL, which knows lower() and no comparison.
            // SQLite lowers plain letters only: what was typed with its accents and capitals is sought as it is too.
            files = files.Where(one => one.Number.ToLower().Contains(words)
                || one.DisplayName.ToLower().Contains(words) || one.DisplayName.Contains(filter.Words)
                || one.EnterpriseName.ToLower().Contains(words) || one.EnterpriseName.Contains(filter.Words));
#pragma warning restore CA1862, CA1311, CA1304
        }

        var me = act.Actor;
        return filter.Share switch
        {
            DeskShare.Mine => files.Where(one => db.Set<Assignment>().Any(row => row.Dossier == one.Id && row.Instructor == me)),
            DeskShare.Unassigned => files.Where(one => !db.Set<Assignment>().Any(row => row.Dossier == one.Id)),
            _ => files,
        };
    }

    /// <summary>The file of a number, without what hangs on it, or null when there is none. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<ConsultantDossier?>> DossierAsync(string number, ActContext act, CancellationToken cancellationToken) =>
        act.Require(Permission.InstructDossiers).IsRefused(out var denied)
            ? denied
            : await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken);

    /// <summary>The whole file, or null when no file has this number. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<DossierFile?>> FindAsync(string number, ActContext act, CancellationToken cancellationToken)
    {
        var found = await DossierAsync(number, act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return denied;
        }

        if (found.Value is not { } dossier)
        {
            return (DossierFile?)null;
        }

        return new DossierFile(
            dossier,
            await censuses.OfAsync(dossier, cancellationToken),
            await HistoryAsync(dossier.Id, cancellationToken),
            await db.Set<PieceRequest>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.RequestedAt).ToListAsync(cancellationToken),
            await db.Set<InstructorNote>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.At).ToListAsync(cancellationToken),
            await db.Set<CharterSignature>().AsNoTracking().Where(one => one.Person == dossier.Person).OrderByDescending(one => one.SignedAt).ToListAsync(cancellationToken))
        {
            Assignment = await db.Set<Assignment>().AsNoTracking().SingleOrDefaultAsync(one => one.Dossier == dossier.Id, cancellationToken),
            Papers = await papers.OfAsync(dossier.Id, cancellationToken),
            References = await db.Set<ReferenceRequest>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.AskedAt).ToListAsync(cancellationToken),
            Duplicates = dossier.MergedInto is null ? await duplicates.OfAsync(dossier, cancellationToken) : [],
        };
    }

    /// <summary>Every move of a file, newest first.</summary>
    public async Task<IReadOnlyList<PathHistoryRow>> HistoryAsync(DossierId dossier, CancellationToken cancellationToken) =>
        await db.Set<PathHistoryRow>().AsNoTracking().Where(row => row.Dossier == dossier).OrderByDescending(row => row.Ordinal).ToListAsync(cancellationToken);
}
