using System.Globalization;

namespace Tn.Journey.Path;

/// <summary>One move of a file, for good: who, when, from, to, by which trigger, why, and the hash that chains it to the row before.</summary>
internal sealed class PathHistoryRow
{
    private PathHistoryRow()
    {
    }

    public DossierId Dossier { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Ordinal { get; private init; }

    /// <summary>UTC, to the microsecond: the finest that every database keeps, as the hash covers it.</summary>
    public DateTimeOffset At { get; private init; }

    public PersonId? Actor { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    public PathState From { get; private init; }

    public PathState To { get; private init; }

    public PathTrigger Trigger { get; private init; }

    public string Reason { get; private init; } = string.Empty;

    public string Hash { get; private init; } = string.Empty;

    /// <summary>The next row of a file's history.</summary>
    public static PathHistoryRow After(ConsultantDossier dossier, PathTrigger trigger, PathState to, string reason, ActContext act)
    {
        var row = new PathHistoryRow
        {
            Dossier = dossier.Id,
            Ordinal = dossier.HistoryLength + 1,
            At = ToMicrosecond(act.At),
            Actor = act.Actor,
            ActorName = act.ActorName,
            From = dossier.State,
            To = to,
            Trigger = trigger,
            Reason = reason,
        };
        return row.Chained(dossier.HistoryHead);
    }

    /// <summary>The hash this row must have after <paramref name="previous"/>.</summary>
    public string HashAfter(string previous) => HashChain.Link(
        previous,
        Dossier.ToString(),
        Ordinal.ToString(CultureInfo.InvariantCulture),
        At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        Actor?.ToString(),
        ActorName,
        From.ToString(),
        To.ToString(),
        Trigger.ToString(),
        Reason);

    private static DateTimeOffset ToMicrosecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private PathHistoryRow Chained(string previous) => new()
    {
        Dossier = Dossier,
        Ordinal = Ordinal,
        At = At,
        Actor = Actor,
        ActorName = ActorName,
        From = From,
        To = To,
        Trigger = Trigger,
        Reason = Reason,
        Hash = HashAfter(previous),
    };
}
