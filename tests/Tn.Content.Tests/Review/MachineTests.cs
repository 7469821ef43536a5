using Tn.Content.Documents;
using Tn.Content.Review;

namespace Tn.Content.Tests.Review;

/// <summary>Every pair of state and trigger, generated from the declaration.</summary>
public sealed class MachineTests
{
    private static readonly ActContext Act = ActContext.System(ContentSite.Now, "test");

    public static TheoryData<string, string> Undeclared() => Pairs(declared: false);

    public static TheoryData<string, string> Declared() => Pairs(declared: true);

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void An_undeclared_move_is_refused_and_changes_nothing(string state, string trigger)
    {
        var submission = In(Enum.Parse<ReviewState>(state));
        var before = (submission.State, submission.History.Count, submission.ChangedUtc, submission.ContentHash, submission.Round);

        var outcome = submission.Fire(Enum.Parse<ReviewTrigger>(trigger), "Essai", Act with { At = ContentSite.Now.AddDays(1) });

        Assert.Equal("content.review-not-allowed", outcome.Refusal!.Code);
        Assert.Equal(before, (submission.State, submission.History.Count, submission.ChangedUtc, submission.ContentHash, submission.Round));
    }

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_declared_move_takes_place_and_is_kept_in_the_chain(string state, string trigger)
    {
        var from = Enum.Parse<ReviewState>(state);
        var move = ReviewMachine.Moves.Single(one => one.From == from && one.Trigger == Enum.Parse<ReviewTrigger>(trigger));
        var submission = In(from);

        Assert.True(submission.Fire(move.Trigger, "Essai", Act).IsDone);

        Assert.Equal(move.To, submission.State);
        Assert.Equal((from, move.To, move.Trigger), (submission.History[^1].From, submission.History[^1].To, submission.History[^1].Trigger));
        Assert.True(ReviewStep.IsWhole(submission.History));
    }

    [Fact]
    public void The_pairs_cover_the_whole_table()
    {
        Assert.Equal(Enum.GetValues<ReviewState>().Length * Enum.GetValues<ReviewTrigger>().Length, Undeclared().Count + Declared().Count);
        Assert.Equal(ReviewMachine.Moves.Count, Declared().Count);
    }

    [Fact]
    public void Every_state_is_reached_and_every_unfinished_state_has_a_way_out()
    {
        ReviewState[] ends = [ReviewState.Confirmed, ReviewState.Superseded, ReviewState.Archived, ReviewState.Rejected, ReviewState.Withdrawn];
        Assert.All(Enum.GetValues<ReviewState>(), state => Assert.Equal(state, In(state).State));
        Assert.All(Enum.GetValues<ReviewState>().Except(ends), state => Assert.Contains(ReviewMachine.Moves, move => move.From == state));
    }

    [Fact]
    public void A_changed_history_is_seen()
    {
        var submission = In(ReviewState.InReview);
        var forged = submission.History.Select((step, at) => at == 0 ? step with { Reason = "Autre" } : step);
        Assert.True(ReviewStep.IsWhole(submission.History));
        Assert.False(ReviewStep.IsWhole(forged));
        Assert.False(ReviewStep.IsWhole(submission.History.Skip(1)));
    }

    /// <summary>A submission led to a state by the shortest declared way.</summary>
    private static ReviewSubmission In(ReviewState wanted)
    {
        var ways = new Dictionary<ReviewState, ReviewTrigger[]> { [ReviewState.Draft] = [] };
        var waiting = new Queue<ReviewState>([ReviewState.Draft]);
        while (waiting.TryDequeue(out var state))
        {
            foreach (var move in ReviewMachine.Moves.Where(move => move.From == state && ways.TryAdd(move.To, [.. ways[state], move.Trigger])))
            {
                waiting.Enqueue(move.To);
            }
        }

        var submission = ReviewSubmission.Open("Essai", SubmissionKind.Other, null, "programme", Act);
        foreach (var trigger in ways[wanted])
        {
            Assert.True(submission.Fire(trigger, "Chemin", Act).IsDone);
        }

        return submission;
    }

    private static TheoryData<string, string> Pairs(bool declared)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetValues<ReviewState>())
        {
            foreach (var trigger in Enum.GetValues<ReviewTrigger>())
            {
                if (ReviewMachine.Moves.Any(move => move.From == state && move.Trigger == trigger) == declared)
                {
                    pairs.Add(state.ToString(), trigger.ToString());
                }
            }
        }

        return pairs;
    }
}
