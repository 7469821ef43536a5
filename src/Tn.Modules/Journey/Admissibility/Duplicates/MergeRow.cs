using Tn.Journey.Census;
using Tn.Journey.Path;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>What a merge moved from one file to the other: what an undoing must bring back, and nothing else.</summary>
/// <param name="Papers">Ids of papers.</param>
/// <param name="References">Ids of requests to clients.</param>
/// <param name="Steps">Steps of the census that the kept file had never saved, copied.</param>
internal sealed record MovedThings(IReadOnlyList<Guid> Papers, IReadOnlyList<Guid> References, IReadOnlyList<CensusStep> Steps);

/// <summary>A merge, or its undoing, for good: never changed, never removed.</summary>
internal sealed class MergeRow
{
    private MergeRow()
    {
    }

    public Guid Id { get; private init; }

    public DossierId Kept { get; private init; }

    public DossierId Absorbed { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    public string Reason { get; private init; } = string.Empty;

    public MovedThings Moved { get; private init; } = new([], [], []);

    /// <summary>The merge this row undoes, or null when it is a merge. Unique: a merge is undone once.</summary>
    public Guid? Undoes { get; private init; }

    public static MergeRow Merge(DossierId kept, DossierId absorbed, MovedThings moved, string reason, ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        Kept = kept,
        Absorbed = absorbed,
        At = act.At,
        ActorName = act.ActorName,
        Reason = reason,
        Moved = moved,
    };

    /// <summary>The inverse act, with what it really brought back.</summary>
    public MergeRow Undo(MovedThings broughtBack, string reason, ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        Kept = Kept,
        Absorbed = Absorbed,
        At = act.At,
        ActorName = act.ActorName,
        Reason = reason,
        Moved = broughtBack,
        Undoes = Id,
    };
}
