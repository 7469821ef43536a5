using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Tests.Path;

public class PathThreadTests
{
    [Theory]
    [InlineData(PathState.CensusInProgress, 0, ThreadKnot.Here)]
    [InlineData(PathState.PiecesRequested, 1, ThreadKnot.Here)]
    [InlineData(PathState.NotAdmissible, 1, ThreadKnot.Blocked)]
    [InlineData(PathState.CharterToSign, 2, ThreadKnot.Here)]
    [InlineData(PathState.ExamRetake, 4, ThreadKnot.Here)]
    [InlineData(PathState.CaseStudy, 5, ThreadKnot.Here)]
    [InlineData(PathState.Certified, 7, ThreadKnot.Here)]
    [InlineData(PathState.ResignatureDue, 7, ThreadKnot.Here)]
    [InlineData(PathState.Suspended, 7, ThreadKnot.Blocked)]
    [InlineData(PathState.RenewalOpen, 8, ThreadKnot.Here)]
    public void One_stands_at_one_knot_with_all_before_it_done(PathState state, int at, ThreadKnot knot)
    {
        var steps = PathThread.Of(state, [], "La phrase.", stage => stage.ToString(), French.ShortDate, new Dictionary<PathStage, string>());
        Assert.Equal(knot, steps[at].Knot);
        Assert.Equal("La phrase.", steps[at].Sentence);
        Assert.All(steps.Take(at), step => Assert.Equal(ThreadKnot.Done, step.Knot));
        Assert.All(steps.Skip(at + 1), step => Assert.Equal(ThreadKnot.Next, step.Knot));
    }

    [Fact]
    public void The_diagram_shows_every_state_and_every_move_once()
    {
        var states = PathDiagram.Stages.SelectMany(stage => stage.Drawing.States).ToList();
        Assert.Equal(Enum.GetValues<PathState>().Order(), states.Select(state => Enum.Parse<PathState>(state.State.Name)).Order());
        Assert.Equal(PathMachine.Transitions.Count, states.Sum(state => state.Moves.Count));
        Assert.All(PathDiagram.Stages, stage => Assert.True(stage.Drawing.States.All(state => state.SpineEnd < stage.Drawing.Height)));
    }
}
