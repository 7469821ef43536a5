namespace Tn.Content.Review;

/// <summary>What a member says. Names are kept in the database: never rename one.</summary>
internal enum VoteChoice
{
    /// <summary>Approuver.</summary>
    Approve,

    /// <summary>Demander des modifications.</summary>
    RequestChanges,

    /// <summary>Rejeter.</summary>
    Reject,

    /// <summary>S’abstenir.</summary>
    Abstain,

    /// <summary>Se déporter : final for the round, the member counts no more.</summary>
    Recuse,
}

/// <summary>A member's vote in a round, bound to the content as read.</summary>
internal sealed record ReviewVote(int Round, PersonId Member, string MemberName, VoteChoice Choice, string Reason, string ContentHash, DateTimeOffset At);

/// <summary>A vote that its member changed: kept for the history, counted no more.</summary>
internal sealed record FormerVote(int Number, int Round, PersonId Member, string MemberName, VoteChoice Choice, string Reason, string ContentHash, DateTimeOffset At, DateTimeOffset ChangedUtc)
{
    public static FormerVote Of(int number, ReviewVote vote, DateTimeOffset now) =>
        new(number, vote.Round, vote.Member, vote.MemberName, vote.Choice, vote.Reason, vote.ContentHash, vote.At, now);
}

/// <summary>The votes, counted.</summary>
internal sealed record VoteTally(int Approvals, int Requests, int Rejections, int Abstentions)
{
    /// <summary>Votes given by those who did not step aside.</summary>
    public int Expressed => Approvals + Requests + Rejections + Abstentions;

    public static VoteTally Of(IEnumerable<ReviewVote> votes)
    {
        var counts = votes.CountBy(vote => vote.Choice).ToDictionary();
        return new VoteTally(
            counts.GetValueOrDefault(VoteChoice.Approve),
            counts.GetValueOrDefault(VoteChoice.RequestChanges),
            counts.GetValueOrDefault(VoteChoice.Reject),
            counts.GetValueOrDefault(VoteChoice.Abstain));
    }
}
