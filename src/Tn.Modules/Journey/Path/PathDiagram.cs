using Tn.Platform.LifeCycles;

namespace Tn.Journey.Path;

/// <summary>A stage of the path, ready to be drawn.</summary>
internal sealed record StageDrawing(PathStage Stage, LifeCycleDrawing Drawing);

/// <summary>The path's machine, stage by stage, laid out from its own declaration.</summary>
internal static class PathDiagram
{
    public static readonly IReadOnlyList<StageDrawing> Stages = [.. Enum.GetValues<PathStage>().Select(Draw)];

    private static StageDrawing Draw(PathStage stage) => new(
        stage,
        LifeCycleDrawing.Of(
            PathMachine.LifeCycle.States.Where(state => PathMachine.Duties[Enum.Parse<PathState>(state.Name)].Stage == stage),
            PathMachine.LifeCycle.Moves));
}
