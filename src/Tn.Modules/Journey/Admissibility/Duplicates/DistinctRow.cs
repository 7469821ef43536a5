using Tn.Journey.Path;

namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>A committee's word that two files are two people's, or its taking back, for good: never changed, never removed.</summary>
internal sealed class DistinctRow
{
    private DistinctRow()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The file with the lower number.</summary>
    public DossierId One { get; private init; }

    public DossierId Other { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    public string Reason { get; private init; } = string.Empty;

    /// <summary>The word this row takes back, or null. Unique: it is taken back once.</summary>
    public Guid? Undoes { get; private init; }

    public static DistinctRow Of(ConsultantDossier one, ConsultantDossier other, string reason, ActContext act)
    {
        var inOrder = string.CompareOrdinal(one.Number, other.Number) < 0;
        return Written(inOrder ? one.Id : other.Id, inOrder ? other.Id : one.Id, null, reason, act);
    }

    /// <summary>The inverse act.</summary>
    public DistinctRow Undo(string reason, ActContext act) => Written(One, Other, Id, reason, act);

    private static DistinctRow Written(DossierId one, DossierId other, Guid? undoes, string reason, ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        One = one,
        Other = other,
        At = act.At,
        ActorName = act.ActorName,
        Reason = reason,
        Undoes = undoes,
    };
}
