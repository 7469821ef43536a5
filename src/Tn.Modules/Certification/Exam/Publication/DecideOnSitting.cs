using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Publication;

/// <summary>
/// The desk's decisions on a sitting: publish and take back, cancel and restore, set aside for fraud and lift it.
/// Each with its reason, its row of history, its letter and what it does to the path, in one transaction.
/// </summary>
internal sealed class DecideOnSitting(TnDbContext db, ExamOffice office, IConsultantPath path, INotifier notifier, IProgrammeRules rules)
{
    /// <summary>What the desk decides; everything else that happens to a sitting has its own act.</summary>
    public static readonly IReadOnlyList<SittingTrigger> Decisions =
        [SittingTrigger.Publish, SittingTrigger.Unpublish, SittingTrigger.Cancel, SittingTrigger.Uncancel, SittingTrigger.Reject, SittingTrigger.Unreject];

    /// <param name="reason">In French; the candidate reads it.</param>
    public async Task<Outcome> DecideAsync(SittingId id, SittingTrigger decision, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Incidents.Incident.TextLimit || !Decisions.Contains(decision))
        {
            return new Refusal("exam.reason-missing");
        }

        var publication = await rules.FindAsync(RuleKeys.ExamPublication, French.Day(act.At), cancellationToken);
        try
        {
            return await db.InTransactionAsync(() => CarryOutAsync(id, decision, reason.Trim(), publication, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("exam.moved-meanwhile");
        }
    }

    private async Task<Outcome> CarryOutAsync(SittingId id, SittingTrigger decision, string reason, RuleInForce publication, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await office.LoadAsync(id, cancellationToken);
        if (SittingMachine.Next(sitting.Status, decision) is null)
        {
            return new Refusal("exam.move-not-allowed");
        }

        var done = decision switch
        {
            SittingTrigger.Publish => await PublishAsync(sitting, reason, publication, act, cancellationToken),
            SittingTrigger.Unpublish => await UnpublishAsync(sitting, reason, act, cancellationToken),
            SittingTrigger.Cancel => sitting.Cancel(reason, act),
            SittingTrigger.Uncancel => await UncancelAsync(sitting, reason, act, cancellationToken),
            SittingTrigger.Reject => await RejectAsync(sitting, reason, act, cancellationToken),
            _ => await UnrejectAsync(sitting, reason, act, cancellationToken),
        };
        if (done.IsRefused(out var refusal))
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        if (decision != SittingTrigger.Publish)
        {
            await notifier.TellAsync(sitting.Candidate, $"exam-decision:{sitting.Id}:{sitting.HistoryLength}", ExamLetter.Of(sitting, decision, reason), act, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    // The rule and the session only wait for a person's decision, which this is; an incident must be settled first.
    private async Task<Outcome> PublishAsync(Sitting sitting, string reason, RuleInForce publication, ActContext act, CancellationToken cancellationToken) =>
        await office.HoldOfAsync(sitting, publication, cancellationToken) == Hold.Incident
            ? new Refusal("exam.incident-open")
            : await office.PublishAsync(sitting, reason, act, cancellationToken);

    private async Task<Outcome> UnpublishAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        var back = await office.TakeBackAsync(sitting, sitting.PublishedAt ?? sitting.StartedAt, $"Résultat de l’épreuve retiré : {reason}", act, cancellationToken);
        return back.IsDone ? sitting.Unpublish(reason, act) : back;
    }

    private async Task<Outcome> UncancelAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await office.RequireLatestAsync(sitting, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var closed = sitting.Uncancel(reason, act);
        return closed.IsDone ? await office.GradeAsync(sitting, "Correction après le rétablissement de l’épreuve.", act, cancellationToken) : closed;
    }

    private async Task<Outcome> RejectAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        // As at a publication: the decision stands even if the file was closed meanwhile.
        _ = await path.MoveAsync(sitting.Candidate, PathTrigger.FailExam, $"Épreuve écartée : {reason}", act, cancellationToken);
        return sitting.Reject(reason, act);
    }

    private async Task<Outcome> UnrejectAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        var back = await office.TakeBackAsync(sitting, sitting.StartedAt, $"Épreuve rétablie : {reason}", act, cancellationToken);
        return back.IsDone ? sitting.Unreject(reason, act) : back;
    }
}
