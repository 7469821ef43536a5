using Microsoft.EntityFrameworkCore;
using Tn.Content.Offered;
using Tn.Content.Review.Reading;
using Tn.Content.Review.Schedule;
using Tn.Platform.Data;

namespace Tn.Content.Review.Vote;

/// <summary>A member's vote; the one that makes the quorum publishes, in the same transaction, unless a later time is planned.</summary>
internal sealed class CastVote(TnDbContext db, PublicationGate gate, ICommitteeRoster roster, ReviewRules rules, ReviewLetters letters, RecordReading readings, ScheduleQueries schedule, ContentCache cache)
{
    /// <param name="vote">Bound to the hash of what was read.</param>
    public async Task<Outcome<ReviewState>> CastAsync(SubmissionId id, VoteInput vote, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReviewContent).IsRefused(out var denied))
        {
            return denied;
        }

        // Who sits and the rules in force are read before the transaction: nobody else writes while it lasts.
        var members = await roster.MembersAsync(CommitteeKind.Pedagogy, French.Day(act.At), cancellationToken);
        var quorums = await rules.QuorumsAsync(act.At, cancellationToken);

        var outcome = await db.InTurnAsync(() => VoteAsync(id, vote, members, quorums, act, cancellationToken), cancellationToken);
        cache.Renew();
        return outcome;
    }

    private async Task<Outcome<ReviewState>> VoteAsync(SubmissionId id, VoteInput vote, IReadOnlyList<CommitteeMember> members, ReviewQuorums quorums, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsSplitQuery().SingleAsync(row => row.Id == id, cancellationToken);
        var voters = members.Select(member => member.Person).ToHashSet();
        if (submission.Vote(act.Person, act.ActorName, vote.Choice, vote.Reason.Trim(), vote.ReadHash, voters, quorums.For(submission), act).IsRefused(out var refusal))
        {
            return refusal;
        }

        await readings.AddAsync(submission, submission.Documents, act, cancellationToken);
        await letters.TellDecisionAsync(submission, act, cancellationToken);
        // Votes first: the gate's own checks then read what is stored, and a refused publication leaves the approval standing.
        await db.SaveChangesAsync(cancellationToken);
        if (submission.State == ReviewState.Approved && !await schedule.IsAheadAsync(id, act.At, cancellationToken) && (await gate.PublishAsync(submission, act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        return submission.State;
    }
}

/// <summary>What a member says, and of what.</summary>
internal sealed record VoteInput(VoteChoice Choice, string Reason, string ReadHash);
