using Microsoft.EntityFrameworkCore;
using Tn.Certification.Jury;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Surveillance;

/// <summary>The committee concludes a control. A member tied to the consultant stands aside.</summary>
internal sealed class ConcludeControl(TnDbContext db, IConsultantPath path, ICommitteeRoster roster, SurveillanceReminders reminders, INotifier notifier, IProgrammeRules rules)
{
    private static readonly ControlTrigger[] Conclusions = [ControlTrigger.Clear, ControlTrigger.Prescribe, ControlTrigger.ProposeSanction];

    public async Task<Outcome> ConcludeAsync(ControlId id, ControlTrigger conclusion, string findings, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(findings) || findings.Length > 4000 || !Conclusions.Contains(conclusion))
        {
            return new Refusal("control.findings-missing");
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(() => KeepAsync(id, conclusion, findings.Trim(), act, inForce, cancellationToken), cancellationToken);
    }

    private async Task<Outcome> KeepAsync(ControlId id, ControlTrigger conclusion, string findings, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var control = await db.Set<Control>().SingleAsync(row => row.Id == id, cancellationToken);
        var members = await roster.MembersAsync(CommitteeKind.PrivatePartners, French.Day(act.At), cancellationToken);
        if (await path.FindAsync(control.Holder, cancellationToken) is { } file
            && members.FirstOrDefault(member => member.Person == act.Actor) is { } me
            && Recusals.TieBetween(me, file) is { } tie)
        {
            return new Refusal("certification.recused").With("reason", tie);
        }

        if (control.Conclude(conclusion, findings, act, inForce).IsRefused(out _))
        {
            return new Refusal("control.not-now");
        }

        if (control.State == ControlState.Prescribed)
        {
            await reminders.PlanAsync(control.Id.Value, control.DueOn!.Value, [30, 7], control.Holder, act.At, cancellationToken);
        }

        await notifier.TellAsync(control.Holder, $"control:{control.Id}:{control.Steps.Count}", SurveillanceLetters.Concluded(control), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
