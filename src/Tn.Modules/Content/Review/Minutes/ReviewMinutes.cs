namespace Tn.Content.Review.Minutes;

/// <summary>How a member stood in a round. </summary>
internal enum Attendance
{
    /// <summary>Présent : voted for, against, or for changes.</summary>
    Voted,

    /// <summary>Présent : abstained.</summary>
    Abstained,

    /// <summary>S’est déporté.</summary>
    Recused,

    /// <summary>Auteur du texte : does not vote.</summary>
    OwnWork,

    /// <summary>N’a pas voté.</summary>
    Absent,
}

/// <summary>A member's line in the minutes.</summary>
/// <param name="Vote">Null when there is none.</param>
internal sealed record MinutesLine(string Name, Attendance Attendance, ReviewVote? Vote, IReadOnlyList<FormerVote> Former)
{
    public bool IsPresent => Attendance is Attendance.Voted or Attendance.Abstained;
}

/// <summary>The minutes of a round that ended in a decision: who was there, who said what of which text, by which rule.</summary>
internal sealed record ReviewMinutes(
    ReviewSubmission Submission,
    ReviewStep Decision,
    RuleInForce Quorum,
    RuleInForce Presence,
    IReadOnlyList<MinutesLine> Lines,
    VoteTally Tally,
    bool IsWhole)
{
    public int Present => Lines.Count(line => line.IsPresent);

    /// <summary>The base of the presence: neither authors nor those who stepped aside.</summary>
    public int Eligible => Lines.Count(line => line.Attendance is not (Attendance.OwnWork or Attendance.Recused));

    public int PresenceNeeded => new ReviewQuorum(Quorum.Number, Presence.Number).PresentAmong(Eligible);
}

/// <summary>Writes minutes from what is kept: the chained history, the votes, the seats and rules of that day.</summary>
internal sealed class MinutesWriter(ICommitteeRoster roster, ReviewRules rules)
{
    private static readonly ReviewTrigger[] Decisions = [ReviewTrigger.Approve, ReviewTrigger.Reject, ReviewTrigger.RequestChanges];

    /// <summary>The minutes of the present round, or null while it is undecided.</summary>
    public async Task<ReviewMinutes?> OfAsync(ReviewSubmission submission, CancellationToken cancellationToken)
    {
        var steps = submission.History.OrderBy(step => step.Number).ToList();
        var submitted = steps.FindLastIndex(step => step.Trigger == ReviewTrigger.Submit);
        if (steps.FindLast(step => Decisions.Contains(step.Trigger)) is not { } decision || decision.Number <= steps[submitted].Number)
        {
            return null;
        }

        var members = await roster.MembersAsync(CommitteeKind.Pedagogy, French.Day(decision.At), cancellationToken);
        var quorums = await rules.QuorumsAsync(decision.At, cancellationToken);
        var seats = members.Select(member => (member.Person, Name: member.DisplayName))
            .Concat(submission.CurrentVotes.Select(vote => (Person: vote.Member, Name: vote.MemberName)))
            .DistinctBy(seat => seat.Person)
            .OrderBy(seat => seat.Name, StringComparer.Create(French.Culture, ignoreCase: true));
        return new ReviewMinutes(
            submission,
            decision,
            quorums.RuleFor(submission.Documents.Select(document => document.ContentType)),
            quorums.Presence,
            [.. seats.Select(seat => LineOf(submission, seat.Person, seat.Name))],
            VoteTally.Of(submission.CurrentVotes),
            ReviewStep.IsWhole(steps));
    }

    private static MinutesLine LineOf(ReviewSubmission submission, PersonId person, string name)
    {
        var vote = submission.CurrentVotes.FirstOrDefault(one => one.Member == person);
        var attendance = vote?.Choice switch
        {
            VoteChoice.Recuse => Attendance.Recused,
            VoteChoice.Abstain => Attendance.Abstained,
            null => submission.IsOwnWork(person) ? Attendance.OwnWork : Attendance.Absent,
            _ => Attendance.Voted,
        };
        return new MinutesLine(name, attendance, vote, [.. submission.FormerVotes.Where(one => one.Member == person && one.Round == submission.Round)]);
    }
}
