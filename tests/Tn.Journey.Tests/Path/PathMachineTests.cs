using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Tn.Journey.Path;

namespace Tn.Journey.Tests.Path;

public class PathMachineTests
{
    private static readonly PathTrigger[] Decisions = [PathTrigger.Certify, PathTrigger.CertifyOnProbation, PathTrigger.Renew];

    public static TheoryData<PathState, PathTrigger> EveryPair()
    {
        var pairs = new TheoryData<PathState, PathTrigger>();
        foreach (var state in Enum.GetValues<PathState>())
        {
            foreach (var trigger in Enum.GetValues<PathTrigger>())
            {
                pairs.Add(state, trigger);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_move_is_made_as_declared_or_refused_with_nothing_changed(PathState state, PathTrigger trigger)
    {
        var dossier = ADossier.In(state);
        var before = (dossier.State, dossier.StateSince, dossier.DueOn, dossier.HistoryLength, dossier.HistoryHead, dossier.Position);
        var declared = PathMachine.Transitions.SingleOrDefault(move => move.From == state && move.Trigger == trigger);

        var moved = dossier.Move(trigger, "Pour l’essai.", ActContext.System(JourneySite.Morning, "test"), _ => null);

        if (declared is null)
        {
            Assert.Equal("path.not-allowed", moved.Refusal?.Code);
            Assert.Equal(before, (dossier.State, dossier.StateSince, dossier.DueOn, dossier.HistoryLength, dossier.HistoryHead, dossier.Position));
        }
        else
        {
            Assert.Contains(dossier.State, declared.To);
            Assert.Equal(before.HistoryLength + 1, dossier.HistoryLength);
        }
    }

    [Fact]
    public void Every_state_has_its_duty_and_a_way_out()
    {
        foreach (var state in Enum.GetValues<PathState>())
        {
            Assert.True(PathMachine.Duties.ContainsKey(state), $"{state} has no duty.");
            Assert.Contains(PathMachine.Transitions, move => move.From == state && move.To.Any(to => to != state));
        }
    }

    [Fact]
    public void Every_state_is_reached_from_the_start_and_every_trigger_serves()
    {
        var reached = new HashSet<PathState> { PathPosition.Start.State };
        while (PathMachine.Transitions.Where(move => reached.Contains(move.From)).SelectMany(move => move.To).Any(reached.Add))
        {
        }

        Assert.Equal(Enum.GetValues<PathState>().Order(), reached.Order());
        Assert.Equal(Enum.GetValues<PathTrigger>().Order(), PathMachine.Transitions.Select(move => move.Trigger).Distinct().Order());
    }

    [Fact]
    public void What_the_programme_fires_when_an_age_is_passed_is_declared()
    {
        foreach (var (state, duty) in PathMachine.Duties)
        {
            if (duty.Age?.WhenPassed is { } trigger)
            {
                Assert.Contains(trigger, PathMachine.From(state));
            }
        }
    }

    [Theory]
    [InlineData(PathTrigger.RequireResignature, PathTrigger.SignCharter)]
    [InlineData(PathTrigger.Suspend, PathTrigger.Reinstate)]
    [InlineData(PathTrigger.Withdraw, PathTrigger.Reinstate)]
    public void One_returns_to_where_one_came_from(PathTrigger leave, PathTrigger back)
    {
        foreach (var state in new[] { PathState.Certified, PathState.Probationary, PathState.RenewalOpen, PathState.RenewalAwaitingJury })
        {
            var away = PathMachine.Next(new PathPosition(state), leave)!;
            Assert.Equal(state, PathMachine.Next(away, back)!.State);
        }
    }

    [Fact]
    public void Suspended_while_a_signature_is_due_then_withdrawn_then_reinstated_the_signature_is_still_due()
    {
        var position = Walk(new PathPosition(PathState.Probationary), PathTrigger.RequireResignature, PathTrigger.Suspend, PathTrigger.Withdraw, PathTrigger.Reinstate);
        Assert.Equal(PathState.ResignatureDue, position.State);
        Assert.Equal(PathState.Probationary, PathMachine.Next(position, PathTrigger.SignCharter)!.State);
    }

    [Property(MaxTest = 2000)]
    public Property No_way_leads_to_certified_without_charter_exam_case_study_and_jury()
    {
        // Walks that mostly choose a declared move, so that they go far; some steps are anything at all.
        var steps = Gen.Choose(0, 10_000).ListOf(60);
        return Prop.ForAll(Arb.From(steps), choices =>
        {
            var position = PathPosition.Start;
            var since = new List<PathTrigger>();
            foreach (var choice in choices)
            {
                var declared = PathMachine.From(position.State);
                var trigger = choice % 10 == 0 ? (PathTrigger)(choice % Enum.GetValues<PathTrigger>().Length) : declared[choice % declared.Count];
                if (PathMachine.Next(position, trigger) is not { } next)
                {
                    continue;
                }

                since.Add(trigger);
                if (trigger == PathTrigger.ReopenCensus)
                {
                    since.Clear();
                }

                position = next;
                if (position.State is PathState.Certified or PathState.Probationary
                    && !(since.Contains(PathTrigger.SignCharter) && since.Contains(PathTrigger.PassExam) && since.Contains(PathTrigger.CompleteCaseStudy) && since.Any(Decisions.Contains)))
                {
                    return false;
                }
            }

            return true;
        });
    }

    [Fact]
    public void Due_days_count_working_days_months_and_days()
    {
        var since = new DateOnly(2026, 12, 21);
        Assert.Equal(new DateOnly(2027, 1, 6), new MaximumAge<PathTrigger>("x", AgeUnit.WorkingDays).DueOn(since, 10));
        Assert.Equal(new DateOnly(2027, 6, 21), new MaximumAge<PathTrigger>("x", AgeUnit.Months).DueOn(since, 6));
        Assert.Equal(new DateOnly(2027, 2, 19), new MaximumAge<PathTrigger>("x", AgeUnit.Days).DueOn(since, 60));
    }

    private static PathPosition Walk(PathPosition position, params PathTrigger[] triggers) =>
        triggers.Aggregate(position, (at, trigger) => PathMachine.Next(at, trigger)!);
}
