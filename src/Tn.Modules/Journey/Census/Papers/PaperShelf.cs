using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Journey.Census.Papers;

/// <summary>Reads papers.</summary>
internal sealed class PaperShelf(TnDbContext db, IProgrammeRules rules)
{
    /// <summary>A paper that this person may read, or null: one's own, or any for an instructor who is not its owner.</summary>
    public async Task<Paper?> FindAsync(PaperId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return null;
        }

        var seesAll = act.Can(Permission.InstructDossiers);
        return await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(
            paper => paper.Id == id && (seesAll || (paper.State != PaperState.TakenBack && db.Set<ConsultantDossier>().Any(one => one.Id == paper.Dossier && one.Person == person))),
            cancellationToken);
    }

    /// <summary>The papers of a file, newest first.</summary>
    public async Task<IReadOnlyList<Paper>> OfAsync(DossierId dossier, CancellationToken cancellationToken) =>
        await db.Set<Paper>().AsNoTracking().Where(paper => paper.Dossier == dossier).OrderByDescending(paper => paper.DepositedAt).ToListAsync(cancellationToken);

    /// <summary>What is missing, refused or too old among the papers of a file.</summary>
    public async Task<IReadOnlyList<PaperGap>> GapsAsync(CensusFolder folder, DateOnly today, CancellationToken cancellationToken)
    {
        var papers = folder.Dossier is { } dossier ? await OfAsync(dossier.Id, cancellationToken) : [];
        return PaperRules.Missing(folder.Entry, papers, await rules.AllAsync(today, cancellationToken), today);
    }
}

/// <summary>The stored files that papers are.</summary>
internal sealed class PaperFileReferences(TnDbContext db) : IFileReferences
{
    public async Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken)
    {
        var texts = keys.Select(key => key.Value).ToList();
        var used = await db.Set<Paper>().Where(paper => texts.Contains(paper.FileKey)).Select(paper => paper.FileKey).Distinct().ToListAsync(cancellationToken);
        return used.Select(FileKey.Parse).ToHashSet();
    }
}
