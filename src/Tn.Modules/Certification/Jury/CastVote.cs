using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>A member votes, or votes anew; the last vote needed closes the case.</summary>
internal sealed class CastVote(TnDbContext db, CaseRoom room, DecideCase decide)
{
    public async Task<Outcome> VoteAsync(JuryCaseId id, Ballot ballot, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.SitInJury).IsRefused(out var denied))
        {
            return denied;
        }

        if (ballot.Check(French.Day(act.At)).IsRefused(out var incomplete))
        {
            return incomplete;
        }

        var kept = await db.InTurnAsync(() => KeepAsync(id, ballot, act, cancellationToken), cancellationToken);
        if (kept.IsDone)
        {
            await decide.DecideWhenCompleteAsync(id, act, cancellationToken);
        }

        return kept;
    }

    private async Task<Outcome> KeepAsync(JuryCaseId id, Ballot ballot, ActContext act, CancellationToken cancellationToken)
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

        var vote = await db.Set<JuryVote>().SingleOrDefaultAsync(row => row.Case == id && row.Member == act.Person, cancellationToken);
        if (vote is null)
        {
            vote = new JuryVote { Case = id, Member = act.Person };
            db.Add(vote);
        }

        vote.Ballot = ballot;
        vote.CastAt = act.At;
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
