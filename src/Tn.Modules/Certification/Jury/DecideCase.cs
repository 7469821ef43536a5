using Tn.Certification.Certificates;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Startup;

namespace Tn.Certification.Jury;

/// <summary>Turns the votes into the decision: minutes, path, certificate, letter and history in one transaction, once.</summary>
internal sealed class DecideCase(TnDbContext db, CaseRoom room, IConsultantPath path, CertificateOffice office, EndedTerms ended, INotifier notifier, IProgrammeRules rules)
{
    /// <summary>Closes a case whose quorum is reached, by a member of the jury or who convened it.</summary>
    public async Task<Outcome> DecideAsync(JuryCaseId id, ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.SitInJury) && act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        // Somebody else may close it in the same instant, or take the same certificate number: it is then tried again on what is true.
        var closed = await db.InTurnAsync(() => CloseAsync(id, onlyWhenComplete: false, act, cancellationToken), cancellationToken);
        AbortPoint.Pass("committed");
        return closed;
    }

    /// <summary>Closes the case if nobody is left to vote; does nothing otherwise.</summary>
    /// <remarks>When another last vote closed it meanwhile, there is nothing left to do: the vote itself is kept.</remarks>
    public async Task DecideWhenCompleteAsync(JuryCaseId id, ActContext act, CancellationToken cancellationToken)
    {
        await db.InTurnAsync(() => CloseAsync(id, onlyWhenComplete: true, act, cancellationToken), cancellationToken);
        AbortPoint.Pass("committed");
    }

    private async Task<Outcome> CloseAsync(JuryCaseId id, bool onlyWhenComplete, ActContext act, CancellationToken cancellationToken)
    {
        var session = await room.EnterAsync(id, act.At, cancellationToken) ?? throw new InvalidOperationException($"No jury case {id}.");
        if (onlyWhenComplete && !session.Deliberation.IsComplete)
        {
            return Outcome.Done;
        }

        var decided = session.Case.Decide(session.Deliberation, [.. session.Recusals.Values], session.Names, act.At);
        if (decided.IsRefused(out var refusal))
        {
            return refusal;
        }

        return await CarryOutAsync(session.Case, act, cancellationToken);
    }

    private async Task<Outcome> CarryOutAsync(JuryCase one, ActContext act, CancellationToken cancellationToken)
    {
        var decision = one.Decision!.Value;
        var reason = $"Décision du jury : {JuryWords.Of(decision).ToLowerInvariant()}. {string.Join(' ', one.Minutes!.Reasons)}";
        // By where the file stands now: a case opened for a renewal outlives a withdrawal, and the path walked anew since.
        var isRenewal = (await path.FindAsync(one.Candidate, cancellationToken))?.State == PathState.RenewalAwaitingJury;
        var moved = await path.MoveAsync(one.Candidate, TriggerOf(decision, isRenewal), reason, act, cancellationToken);
        if (moved.IsRefused(out var refusal))
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        AbortPoint.Pass("decision");
        var certificate = decision is JuryChoice.Certify or JuryChoice.CertifyOnProbation
            ? await office.IssueAsync(one, act, cancellationToken)
            : null;
        if (decision == JuryChoice.Defer && isRenewal)
        {
            await ended.LapseAsync(one.Candidate, act, cancellationToken);
        }

        var appeal = await rules.FindAsync(RuleKeys.AppealDays, French.Day(act.At), cancellationToken);
        await notifier.TellAsync(one.Candidate, $"jury-decision:{one.Id}", JuryLetter.Of(one, certificate, appeal, act.At), act, cancellationToken);
        AbortPoint.Pass("letter");
        await db.SaveChangesAsync(cancellationToken);
        AbortPoint.Pass("written");
        return Outcome.Done;
    }

    private static PathTrigger TriggerOf(JuryChoice decision, bool renewal) => decision switch
    {
        JuryChoice.Certify => renewal ? PathTrigger.Renew : PathTrigger.Certify,
        JuryChoice.CertifyOnProbation => PathTrigger.CertifyOnProbation,
        JuryChoice.Defer => PathTrigger.Defer,
        _ => PathTrigger.Reject,
    };
}
