using Tn.Kernel;

namespace Tn.Platform.LifeCycles;

/// <summary>States of a life cycle, ready to be drawn: one column of 320 units, so that it is legible on a telephone.</summary>
public sealed record LifeCycleDrawing(int Height, IReadOnlyList<StateDrawing> States)
{
    public const int Width = 320;
    public const int BoxHeight = 38;

    /// <summary>From a move's top to the middle of the chip of its destination.</summary>
    public const int ChipMiddle = 36;

    private const int MoveHeight = 58;
    private const int Gap = 18;

    /// <summary>Lays states out in their order, each with the moves that leave it: nothing here knows a state or a move by name.</summary>
    public static LifeCycleDrawing Of(IEnumerable<LifeState> states, IReadOnlyList<LifeMove> moves)
    {
        var drawn = new List<StateDrawing>();
        var y = 4;
        foreach (var state in states)
        {
            var top = y;
            y += BoxHeight + 8;
            var leaving = new List<MoveDrawing>();
            foreach (var move in moves.Where(move => move.From == state.Name))
            {
                leaving.Add(new MoveDrawing(move, y));
                y += MoveHeight;
            }

            drawn.Add(new StateDrawing(state, top, leaving));
            y += Gap;
        }

        return new LifeCycleDrawing(y - Gap + 4, drawn);
    }
}

/// <summary>A state's box and the moves that leave it.</summary>
/// <param name="Top">Of the box, in the drawing's units.</param>
public sealed record StateDrawing(LifeState State, int Top, IReadOnlyList<MoveDrawing> Moves)
{
    /// <summary>Where the line along the moves ends.</summary>
    public int SpineEnd => Moves.Count == 0 ? Top : Moves[^1].Top + LifeCycleDrawing.ChipMiddle;
}

/// <summary>A move: its words at <paramref name="Top"/>, and below them the state it leads to.</summary>
public sealed record MoveDrawing(LifeMove Move, int Top);
