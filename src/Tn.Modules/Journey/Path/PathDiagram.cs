namespace Tn.Journey.Path;

/// <summary>A stage of the machine, ready to be drawn: one column of 320 units, so that it is legible on a telephone.</summary>
internal sealed record StageDrawing(PathStage Stage, int Height, IReadOnlyList<StateDrawing> States);

/// <summary>A state's box and the moves that leave it.</summary>
/// <param name="Top">Of the box, in the drawing's units.</param>
internal sealed record StateDrawing(PathState State, int Top, IReadOnlyList<MoveDrawing> Moves)
{
    /// <summary>Where the line along the moves ends.</summary>
    public int SpineEnd => Moves.Count == 0 ? Top : Moves[^1].Top + PathDiagram.ChipMiddle;
}

/// <summary>A move: its words at <paramref name="Top"/>, and below them the state it leads to.</summary>
/// <param name="To">Several when the file returns to where it came from.</param>
internal sealed record MoveDrawing(PathTrigger Trigger, int Top, IReadOnlyList<PathState> To);

/// <summary>Lays the machine out from its own declaration: nothing here knows a state or a move by name.</summary>
internal static class PathDiagram
{
    public const int Width = 320;
    public const int BoxHeight = 38;
    public const int MoveHeight = 58;

    /// <summary>From a move's top to the middle of the chip of its destination.</summary>
    public const int ChipMiddle = 36;
    private const int Gap = 18;

    public static readonly IReadOnlyList<StageDrawing> Stages = [.. Enum.GetValues<PathStage>().Select(Draw)];

    private static StageDrawing Draw(PathStage stage)
    {
        var states = new List<StateDrawing>();
        var y = 4;
        foreach (var state in PathMachine.Duties.Where(one => one.Value.Stage == stage).Select(one => one.Key))
        {
            var top = y;
            y += BoxHeight + 8;
            var moves = new List<MoveDrawing>();
            foreach (var move in PathMachine.Transitions.Where(move => move.From == state))
            {
                moves.Add(new MoveDrawing(move.Trigger, y, move.To));
                y += MoveHeight;
            }

            states.Add(new StateDrawing(state, top, moves));
            y += Gap;
        }

        return new StageDrawing(stage, y - Gap + 4, states);
    }
}
