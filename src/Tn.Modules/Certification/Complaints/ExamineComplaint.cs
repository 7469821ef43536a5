using Microsoft.EntityFrameworkCore;
using Tn.Certification.Jury;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Complaints;

/// <summary>What the committee does of a complaint: admits it or not, then decides. A member tied to the consultant stands aside.</summary>
internal sealed class ExamineComplaint(TnDbContext db, IConsultantPath path, ICommitteeRoster roster, ComplaintMail mail, ComplaintReminders reminders, INotifier notifier, IProgrammeRules rules)
{
    private static readonly ComplaintTrigger[] Decisions = [ComplaintTrigger.Dismiss, ComplaintTrigger.Remind, ComplaintTrigger.ProposeSanction];

    /// <summary>Admissible: the consultant reads it and may reply.</summary>
    public Task<Outcome> AdmitAsync(ComplaintId id, ActContext act, CancellationToken cancellationToken) => ActOnAsync(
        id,
        act,
        async (complaint, inForce) =>
        {
            if (complaint.Admit(act, inForce).IsRefused(out var refusal))
            {
                return refusal;
            }

            await notifier.TellAsync(complaint.Holder, $"complaint:{complaint.Id}:admitted", ComplaintLetters.Admitted(complaint), act, cancellationToken);
            await reminders.PlanAsync(complaint, cancellationToken);
            return Outcome.Done;
        },
        cancellationToken);

    /// <summary>Not admissible: its author is told why; the consultant never hears of it.</summary>
    public async Task<Outcome> DeclareInadmissibleAsync(ComplaintId id, string reason, ActContext act, CancellationToken cancellationToken) => IsMissing(reason)
        ? new Refusal("complaint.reason-missing")
        : await ActOnAsync(
            id,
            act,
            (complaint, inForce) =>
            {
                var moved = complaint.DeclareInadmissible(reason.Trim(), act, inForce);
                if (moved.IsDone)
                {
                    mail.Write(complaint, ComplaintLetters.Outcome(complaint), act);
                }

                return Task.FromResult(moved);
            },
            cancellationToken);

    /// <summary>Decides, and tells both. A proposed sanction is decided on the certificate, by its own act.</summary>
    public async Task<Outcome> DecideAsync(ComplaintId id, ComplaintTrigger decision, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (IsMissing(reason) || !Decisions.Contains(decision))
        {
            return new Refusal("complaint.reason-missing");
        }

        return await ActOnAsync(
            id,
            act,
            async (complaint, inForce) =>
            {
                if (complaint.Decide(decision, reason.Trim(), act, inForce).IsRefused(out var refusal))
                {
                    return refusal;
                }

                await TellOutcomeAsync(complaint, act, cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    /// <summary>In a sanction's own transaction: the complaints that proposed it are settled, and their authors told.</summary>
    public async Task SettleAsync(PersonId holder, string what, ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        foreach (var complaint in await db.Set<Complaint>().Where(row => row.Holder == holder && row.State == ComplaintState.SanctionProposed).ToListAsync(cancellationToken))
        {
            if (complaint.Sanction(what, act, inForce).IsDone)
            {
                mail.Write(complaint, ComplaintLetters.Outcome(complaint), act);
            }
        }
    }

    private async Task TellOutcomeAsync(Complaint complaint, ActContext act, CancellationToken cancellationToken)
    {
        mail.Write(complaint, ComplaintLetters.Outcome(complaint), act);
        await notifier.TellAsync(complaint.Holder, $"complaint:{complaint.Id}:{complaint.State}", ComplaintLetters.Closed(complaint), act, cancellationToken);
    }

    private async Task<Outcome> ActOnAsync(ComplaintId id, ActContext act, Func<Complaint, IReadOnlyDictionary<string, RuleInForce>, Task<Outcome>> verb, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var complaint = await db.Set<Complaint>().SingleAsync(row => row.Id == id && row.State != ComplaintState.Received && row.State != ComplaintState.Unconfirmed, cancellationToken);
                if ((await MayExamineAsync(complaint, act, cancellationToken)).IsRefused(out var recused))
                {
                    return recused;
                }

                if ((await verb(complaint, inForce)).IsRefused(out var refusal))
                {
                    return refusal.Code == "life.not-allowed" ? new Refusal("complaint.not-now") : refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    private async Task<Outcome> MayExamineAsync(Complaint complaint, ActContext act, CancellationToken cancellationToken)
    {
        if (complaint.Holder == act.Actor)
        {
            return new Refusal("certification.recused").With("reason", "la réclamation vous concerne");
        }

        var members = await roster.MembersAsync(CommitteeKind.PrivatePartners, French.Day(act.At), cancellationToken);
        return await path.FindAsync(complaint.Holder, cancellationToken) is { } file
            && members.FirstOrDefault(member => member.Person == act.Actor) is { } me
            && Recusals.TieBetween(me, file) is { } tie
                ? new Refusal("certification.recused").With("reason", tie)
                : Outcome.Done;
    }

    private static bool IsMissing(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > 4000;
}
