using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Journey.Census.Save;

/// <summary>
/// Keeps a step as it was typed, complete or not, and opens the file at the first step. Refused only when another file has the
/// same SIRET, when an instructor or a jury is reading the file, or when an admitted consultant changes their SIRET.
/// </summary>
internal sealed class SaveCensusStep(TnDbContext db, CensusReader censuses, FingerprintKeeper fingerprints, IReminders reminders)
{
    private static readonly PathState[] BeforeAdmission = [PathState.CensusInProgress, PathState.PiecesRequested];

    /// <summary>True when the census of this file can be changed now; a file that was never opened can be begun.</summary>
    public static bool IsOpen(ConsultantDossier? dossier) => dossier is null || CensusMachine.IsOpen(CensusMachine.Of(dossier.State, dossier.MergedInto is not null));

    /// <param name="answers">One of the step classes of <see cref="CensusEntry"/>.</param>
    public async Task<Outcome> SaveAsync(CensusStep step, object answers, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if (answers.GetType() != CensusAnswers.TypeOf(step))
        {
            throw new ArgumentException($"{answers.GetType().Name} does not hold {step}.", nameof(answers));
        }

        return await db.InTransactionAsync(() => SaveInTurnAsync(step, answers, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome> SaveInTurnAsync(CensusStep step, object answers, ActContext act, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        if (dossier is { MergedInto: not null })
        {
            return new Refusal("dossier.merged");
        }

        if (!IsOpen(dossier))
        {
            return new Refusal("census.locked");
        }

        var siret = answers is EnterpriseStep enterprise ? await CheckSiretAsync(dossier, enterprise, cancellationToken) : Outcome.Done;
        if (siret.IsRefused(out var refusal))
        {
            return refusal;
        }

        dossier ??= await OpenAsync(act, cancellationToken);
        var row = await db.Set<CensusAnswers>().SingleOrDefaultAsync(one => one.Dossier == dossier.Id && one.Step == step, cancellationToken);
        if (row is null)
        {
            row = CensusAnswers.Of(dossier.Id, step);
            db.Add(row);
        }

        if (row.Keep(answers, act.At).IsRefused(out refusal))
        {
            return refusal;
        }

        var folder = await censuses.OfAsync(dossier, cancellationToken);
        dossier.Summarise(folder.Entry.With(answers));
        await fingerprints.KeepAsync(dossier, cancellationToken);
        db.Record(new SearchableChanged("person", act.Person.ToString()), act);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> CheckSiretAsync(ConsultantDossier? dossier, EnterpriseStep enterprise, CancellationToken cancellationToken)
    {
        var typed = Siret.Parse(enterprise.Siret) is { IsDone: true } siret ? siret.Value.Digits : null;
        if (dossier?.Siret is { } settled && typed != settled && !BeforeAdmission.Contains(dossier.State))
        {
            return new Refusal("census.siret-settled");
        }

        var taken = typed is not null && await db.Set<ConsultantDossier>()
            .AnyAsync(one => one.Siret == typed && (dossier == null || one.Id != dossier.Id), cancellationToken);
        if (taken && dossier is not null)
        {
            // Refused to the person, and shown to instructors: the file may be the same person's twice.
            await fingerprints.KeepAsync(dossier, cancellationToken, typed);
            await db.SaveChangesAsync(cancellationToken);
        }

        return taken ? new Refusal("census.siret-taken").With("siret", Siret.Parse(typed).Value.ToString()) : Outcome.Done;
    }

    private async Task<ConsultantDossier> OpenAsync(ActContext act, CancellationToken cancellationToken)
    {
        var prefix = $"C-{French.Day(act.At).Year}-";
        var last = await db.Set<ConsultantDossier>()
            .Where(one => one.Number.StartsWith(prefix)).Select(one => one.Number)
            .OrderByDescending(number => number.Length).ThenByDescending(number => number)
            .FirstOrDefaultAsync(cancellationToken);
        var ordinal = last is null ? 1 : int.Parse(last[prefix.Length..]) + 1;
        var dossier = ConsultantDossier.Open(act.Person, act.ActorName, ordinal, act.At);
        db.Add(dossier);
        await CensusUnfinished.PlanAsync(reminders, dossier, act.At, cancellationToken);
        return dossier;
    }
}
