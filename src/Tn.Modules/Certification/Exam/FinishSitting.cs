using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Ends a sitting: closes it, grades it, publishes the verdict and moves the path, in one transaction.</summary>
internal sealed class FinishSitting(TnDbContext db, IConsultantPath path, INotifier notifier)
{
    /// <summary>By the candidate at any time, by the system once the time is over.</summary>
    public async Task<Outcome> FinishAsync(SittingId id, ActContext act, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(() => EndAsync(id, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The sweep and the candidate ended it together: one did.
            db.ChangeTracker.Clear();
            return Outcome.Done;
        }
    }

    private async Task<Outcome> EndAsync(SittingId id, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await db.Set<Sitting>().SingleAsync(row => row.Id == id, cancellationToken);
        if (!act.IsSystem && sitting.Candidate != act.Actor)
        {
            return new Refusal("access.denied");
        }

        if (act.IsSystem && act.At < sitting.EndsAt)
        {
            return new Refusal("certification.sitting-runs");
        }

        if (sitting.Close(act.At).IsRefused(out var refusal))
        {
            return refusal;
        }

        var answers = await db.Set<SittingAnswer>().Where(row => row.Sitting == id).ToDictionaryAsync(row => row.Position, row => row.Response, cancellationToken);
        var verdict = sitting.Grade(answers);
        sitting.Publish();
        await TellAsync(sitting, verdict, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task TellAsync(Sitting sitting, Verdict verdict, ActContext act, CancellationToken cancellationToken)
    {
        // A verdict stands whatever the path says: the file may have been closed meanwhile, and the move is then refused.
        _ = await path.MoveAsync(
            sitting.Candidate,
            verdict.Passed ? PathTrigger.PassExam : PathTrigger.FailExam,
            verdict.Passed ? $"Épreuve réussie : {verdict.Percent} %." : $"Épreuve non réussie : {verdict.Percent} %.",
            act,
            cancellationToken);
        db.Record(new ExamGraded(sitting.Candidate, sitting.Id.Value, verdict.Passed), act);
        await notifier.TellAsync(sitting.Candidate, $"exam-result:{sitting.Id}", ExamLetter.Of(sitting, verdict), act, cancellationToken);
    }
}

/// <summary>What the candidate is written after an exam.</summary>
internal static class ExamLetter
{
    public static Letter Of(Sitting sitting, Verdict verdict) => new(
        verdict.Passed ? "Épreuve de connaissances : vous avez réussi" : "Épreuve de connaissances : le résultat",
        [
            verdict.Passed
                ? $"Vous avez obtenu {verdict.Percent} % à l’épreuve ; il en fallait {verdict.Rules.PassPercent} %. Vient maintenant l’étude de cas."
                : $"Vous avez obtenu {verdict.Percent} % à l’épreuve. Il fallait {verdict.Rules.PassPercent} % en tout et {verdict.Rules.BlockPassPercent} % dans chaque thème.",
            verdict.Passed
                ? "Vous recevrez un cas quand vous le demanderez, depuis votre parcours ; le délai pour le rendre court à partir de là."
                : "Le résultat par thème vous dit quoi revoir. La page de l’épreuve donne la date de la prochaine tentative possible.",
        ],
        "Voir le résultat",
        $"/mon-parcours/epreuve/{sitting.Id}/resultat");
}
