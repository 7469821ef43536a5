using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>A member stands aside from a case; a vote already cast by this member no longer counts.</summary>
internal sealed class DeclareRecusal(TnDbContext db, CaseRoom room)
{
    public async Task<Outcome> DeclareAsync(JuryCaseId id, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.SitInJury).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000)
        {
            return new Refusal("certification.recusal-reason-missing");
        }

        return await db.InTurnAsync(() => KeepAsync(id, reason.Trim(), act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome> KeepAsync(JuryCaseId id, string reason, ActContext act, CancellationToken cancellationToken)
    {
        var session = await room.EnterAsync(id, act.At, cancellationToken) ?? throw new InvalidOperationException($"No jury case {id}.");
        if (!session.Case.IsOpen)
        {
            return new Refusal("certification.case-decided").With("date", French.Moment(session.Case.DecidedAt!.Value));
        }

        if (session.MayJudge(act.Person).IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Add(new DeclaredRecusal { Case = id, Member = act.Person, Reason = reason, DeclaredAt = act.At });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
