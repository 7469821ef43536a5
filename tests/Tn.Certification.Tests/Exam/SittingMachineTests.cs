using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;

namespace Tn.Certification.Tests.Exam;

public class SittingMachineTests
{
    private static readonly Dictionary<(SittingStatus, SittingTrigger), SittingStatus> Declared = new()
    {
        [(SittingStatus.Open, SittingTrigger.Extend)] = SittingStatus.Open,
        [(SittingStatus.Open, SittingTrigger.Pause)] = SittingStatus.Paused,
        [(SittingStatus.Open, SittingTrigger.Close)] = SittingStatus.Closed,
        [(SittingStatus.Open, SittingTrigger.Cancel)] = SittingStatus.Cancelled,
        [(SittingStatus.Paused, SittingTrigger.Extend)] = SittingStatus.Paused,
        [(SittingStatus.Paused, SittingTrigger.Resume)] = SittingStatus.Open,
        [(SittingStatus.Paused, SittingTrigger.Cancel)] = SittingStatus.Cancelled,
        [(SittingStatus.Closed, SittingTrigger.Grade)] = SittingStatus.Graded,
        [(SittingStatus.Graded, SittingTrigger.Rescore)] = SittingStatus.Graded,
        [(SittingStatus.Graded, SittingTrigger.Publish)] = SittingStatus.Published,
        [(SittingStatus.Graded, SittingTrigger.Cancel)] = SittingStatus.Cancelled,
        [(SittingStatus.Graded, SittingTrigger.Reject)] = SittingStatus.Rejected,
        [(SittingStatus.Published, SittingTrigger.Rescore)] = SittingStatus.Published,
        [(SittingStatus.Published, SittingTrigger.Unpublish)] = SittingStatus.Graded,
        [(SittingStatus.Cancelled, SittingTrigger.Uncancel)] = SittingStatus.Closed,
        [(SittingStatus.Rejected, SittingTrigger.Unreject)] = SittingStatus.Graded,
    };

    [Fact]
    public void Every_move_leads_where_it_is_declared_and_every_other_is_refused()
    {
        foreach (var status in Enum.GetValues<SittingStatus>())
        {
            foreach (var trigger in Enum.GetValues<SittingTrigger>())
            {
                Assert.Equal(Declared.TryGetValue((status, trigger), out var to) ? to : null, SittingMachine.Next(status, trigger));
            }
        }
    }

    [Theory]
    [InlineData(SittingTrigger.Publish, SittingTrigger.Unpublish)]
    [InlineData(SittingTrigger.Cancel, SittingTrigger.Uncancel)]
    [InlineData(SittingTrigger.Reject, SittingTrigger.Unreject)]
    [InlineData(SittingTrigger.Pause, SittingTrigger.Resume)]
    public void Every_dramatic_move_has_its_inverse(object move, object inverse)
    {
        var there = SittingMachine.Transitions.Where(one => one.Trigger == (SittingTrigger)move);
        Assert.All(there, one => Assert.NotNull(SittingMachine.Next(one.To[0], (SittingTrigger)inverse)));
    }

    [Fact]
    public void Both_life_cycles_give_every_state_an_owner_a_way_out_and_a_deadline_that_is_declared()
    {
        foreach (var cycle in new[] { SittingMachine.LifeCycle, IncidentMachine.LifeCycle })
        {
            Assert.All(cycle.States, state =>
            {
                var moves = cycle.Moves.Where(move => move.From == state.Name).ToList();
                Assert.True(state.IsFinal || moves.Exists(move => move.To.Any(to => to != state.Name)), $"{cycle.Key}: {state.Name} has no way out.");
                Assert.True(state.WhenPassed is null || moves.Exists(move => move.Trigger == state.WhenPassed), $"{cycle.Key}: {state.Name} cannot fire {state.WhenPassed}.");
                Assert.True(state.Name == cycle.Initial || cycle.Moves.Any(move => move.To.Contains(state.Name)), $"{cycle.Key}: {state.Name} cannot be reached.");
            });
        }

        Assert.Equal(Enum.GetValues<SittingStatus>().Length, SittingMachine.Duties.Count);
    }
}
