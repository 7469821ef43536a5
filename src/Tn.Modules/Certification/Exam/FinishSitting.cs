using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Ends a sitting: closes it and grades it in one transaction; publishes in the same one when nothing holds the result.</summary>
internal sealed class FinishSitting(TnDbContext db, ExamOffice office, IProgrammeRules rules)
{
    /// <summary>By the candidate at any time, by the system once the time is over.</summary>
    public async Task<Outcome> FinishAsync(SittingId id, ActContext act, CancellationToken cancellationToken)
    {
        var publication = await rules.FindAsync(RuleKeys.ExamPublication, French.Day(act.At), cancellationToken);
        try
        {
            return await db.InTransactionAsync(() => EndAsync(id, publication, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The sweep and the candidate ended it together: one did.
            db.ChangeTracker.Clear();
            return Outcome.Done;
        }
    }

    private async Task<Outcome> EndAsync(SittingId id, RuleInForce publication, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await office.LoadAsync(id, cancellationToken);
        if (!act.IsSystem && sitting.Candidate != act.Actor)
        {
            return new Refusal("access.denied");
        }

        if (act.IsSystem && act.At < sitting.EndsAt)
        {
            return new Refusal("certification.sitting-runs");
        }

        if (sitting.Close(act.At < sitting.EndsAt ? "Terminée par le candidat." : "Le temps est écoulé.", act).IsRefused(out var refusal))
        {
            return refusal;
        }

        await office.GradeAsync(sitting, "Correction.", act, cancellationToken);
        if (await office.HoldOfAsync(sitting, publication, cancellationToken) == Hold.None)
        {
            await office.PublishAsync(sitting, $"Publication automatique ({publication.Article}).", act, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
