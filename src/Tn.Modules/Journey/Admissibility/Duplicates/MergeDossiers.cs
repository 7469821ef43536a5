using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>
/// Folds a file into another when both are one person's: papers, clients' answers and the steps that were missing go over, and are
/// written down so that the merge can be undone. Histories, notes and decisions stay where they were made.
/// </summary>
internal sealed class MergeDossiers(TnDbContext db, InstructionDoor door, ICertificates certificates, INotifier notifier)
{
    /// <param name="keptNumber">Of the file that goes on; it exists.</param>
    /// <param name="absorbedNumber">As typed.</param>
    public async Task<Outcome> MergeAsync(string keptNumber, string? absorbedNumber, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await OpenBothAsync(keptNumber, absorbedNumber, act, cancellationToken)).IsRefused(out var refusal, out var files))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("duplicates.reason");
        }

        var (kept, absorbed) = files;
        if (await CertificatesForbidAsync(kept, absorbed, act, cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        var moved = await MoveAsync(absorbed.Id, kept.Id, null, act.At, cancellationToken);
        absorbed.MergeInto(kept.Id);
        db.Add(MergeRow.Merge(kept.Id, absorbed.Id, moved, reason.Trim(), act));
        await TellAsync(kept, absorbed, act, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>The inverse act: what was moved and is still there goes back, and the file lives again.</summary>
    public async Task<Outcome> UndoAsync(Guid merge, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("duplicates.reason");
        }

        var row = await db.Set<MergeRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == merge && one.Undoes == null, cancellationToken);
        if (row is null || await db.Set<MergeRow>().AnyAsync(one => one.Undoes == merge, cancellationToken))
        {
            return new Refusal("duplicates.undone");
        }

        var kept = await db.Set<ConsultantDossier>().AsNoTracking().SingleAsync(one => one.Id == row.Kept, cancellationToken);
        if ((await door.OpenAsync(kept.Number, act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var absorbed = await db.Set<ConsultantDossier>().SingleAsync(one => one.Id == row.Absorbed, cancellationToken);
        absorbed.MergeInto(null);
        db.Add(row.Undo(await MoveAsync(row.Kept, row.Absorbed, row.Moved, act.At, cancellationToken), reason.Trim(), act));
        await TellAsync(kept, absorbed, act, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    private async Task<Outcome<(ConsultantDossier Kept, ConsultantDossier Absorbed)>> OpenBothAsync(string keptNumber, string? absorbedNumber, ActContext act, CancellationToken cancellationToken)
    {
        if ((await door.OpenAsync(keptNumber, act, cancellationToken)).IsRefused(out var refusal, out var kept))
        {
            return refusal;
        }

        var written = absorbedNumber?.Trim().ToUpperInvariant();
        if (written == kept.Number || !await db.Set<ConsultantDossier>().AnyAsync(one => one.Number == written, cancellationToken))
        {
            return new Refusal("duplicates.number");
        }

        return (await door.OpenAsync(written!, act, cancellationToken)).IsRefused(out refusal, out var absorbed) ? refusal : (kept, absorbed);
    }

    // A certificate bears its holder's name and file for good: it is never moved.
    private async Task<Refusal?> CertificatesForbidAsync(ConsultantDossier kept, ConsultantDossier absorbed, ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        if (await certificates.CurrentOfAsync(absorbed.Person, today, cancellationToken) is null)
        {
            return null;
        }

        return await certificates.CurrentOfAsync(kept.Person, today, cancellationToken) is null
            ? new Refusal("duplicates.keep-certified").With("number", absorbed.Number)
            : new Refusal("duplicates.both-certified");
    }

    /// <param name="only">What may be moved; null for everything.</param>
    private async Task<MovedThings> MoveAsync(DossierId from, DossierId to, MovedThings? only, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var papers = (await db.Set<Paper>().Where(one => one.Dossier == from).ToListAsync(cancellationToken)).Where(one => only?.Papers.Contains(one.Id.Value) != false).ToList();
        papers.ForEach(one => one.MoveTo(to));
        var references = (await db.Set<ReferenceRequest>().Where(one => one.Dossier == from).ToListAsync(cancellationToken)).Where(one => only?.References.Contains(one.Id) != false).ToList();
        references.ForEach(one => one.MoveTo(to));
        var steps = only is null ? await CopyStepsAsync(from, to, at, cancellationToken) : await TakeStepsBackAsync(from, to, only.Steps, cancellationToken);
        return new MovedThings([.. papers.Select(one => one.Id.Value)], [.. references.Select(one => one.Id)], steps);
    }

    private async Task<IReadOnlyList<CensusStep>> CopyStepsAsync(DossierId from, DossierId to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var has = await db.Set<CensusAnswers>().Where(row => row.Dossier == to).Select(row => row.Step).ToListAsync(cancellationToken);
        // The enterprise stays: its SIRET is unique and belongs to the file it was declared in.
        var lent = await db.Set<CensusAnswers>().AsNoTracking().Where(row => row.Dossier == from && row.Step != CensusStep.Enterprise && !has.Contains(row.Step)).ToListAsync(cancellationToken);
        foreach (var answers in lent)
        {
            var copy = CensusAnswers.Of(to, answers.Step);
            copy.Keep(answers.Read(), at);
            db.Add(copy);
        }

        return [.. lent.Select(row => row.Step)];
    }

    // A copied step that was changed since is the person's own work: it stays.
    private async Task<IReadOnlyList<CensusStep>> TakeStepsBackAsync(DossierId from, DossierId to, IReadOnlyList<CensusStep> steps, CancellationToken cancellationToken)
    {
        var copies = await db.Set<CensusAnswers>().Where(row => row.Dossier == from && steps.Contains(row.Step)).ToListAsync(cancellationToken);
        var origins = await db.Set<CensusAnswers>().AsNoTracking().Where(row => row.Dossier == to && steps.Contains(row.Step)).ToDictionaryAsync(row => row.Step, row => row.Json, cancellationToken);
        var untouched = copies.Where(row => origins.GetValueOrDefault(row.Step) == row.Json).ToList();
        db.RemoveRange(untouched);
        return [.. untouched.Select(row => row.Step)];
    }

    private async Task TellAsync(ConsultantDossier kept, ConsultantDossier absorbed, ActContext act, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { kept, absorbed })
        {
            db.Record(new SearchableChanged("person", file.Person.ToString()), act);
        }

        var letter = absorbed.MergedInto is null
            ? new Letter("Vos deux dossiers sont de nouveau séparés", [$"Le dossier {absorbed.Number} avait été réuni au dossier {kept.Number} ; il est de nouveau à part, avec ce qu’il contenait."], "Voir mon parcours", "/mon-parcours")
            : new Letter("Vos deux dossiers n’en font plus qu’un", [$"Le dossier {absorbed.Number} est réuni au dossier {kept.Number} : rien n’est perdu, et la réunion peut être défaite. Si ces dossiers ne sont pas tous deux les vôtres, écrivez au comité des partenaires privés."], "Voir mon parcours", "/mon-parcours");
        await notifier.TellAsync(absorbed.Person, $"merge:{absorbed.Id}:{act.At.UtcTicks}", letter, act, cancellationToken);
    }
}
