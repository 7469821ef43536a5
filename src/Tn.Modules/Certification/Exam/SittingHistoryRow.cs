using System.Globalization;

namespace Tn.Certification.Exam;

/// <summary>One move of a sitting, for good: who, when, from, to, by which trigger, why, and the hash that chains it to the row before.</summary>
internal sealed class SittingHistoryRow
{
    private SittingHistoryRow()
    {
    }

    public SittingId Sitting { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Ordinal { get; private init; }

    /// <summary>UTC, to the microsecond: the finest that every database keeps, as the hash covers it.</summary>
    public DateTimeOffset At { get; private init; }

    public PersonId? Actor { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    public SittingStatus From { get; private init; }

    public SittingStatus To { get; private init; }

    public SittingTrigger Trigger { get; private init; }

    public string Reason { get; private init; } = string.Empty;

    public string Hash { get; private init; } = string.Empty;

    /// <summary>The next row of a sitting's history.</summary>
    public static SittingHistoryRow After(Sitting sitting, SittingTrigger trigger, SittingStatus to, string reason, ActContext act)
    {
        var at = new DateTimeOffset(act.At.UtcTicks - (act.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var ordinal = sitting.HistoryLength + 1;
        return new SittingHistoryRow
        {
            Sitting = sitting.Id,
            Ordinal = ordinal,
            At = at,
            Actor = act.Actor,
            ActorName = act.ActorName,
            From = sitting.Status,
            To = to,
            Trigger = trigger,
            Reason = reason,
            Hash = HashOf(sitting.HistoryHead, sitting.Id, ordinal, at, act.Actor, act.ActorName, sitting.Status, to, trigger, reason),
        };
    }

    /// <summary>True when the rows follow each other unaltered from the first to the sitting's head: neither a changed row nor a missing last one goes unseen.</summary>
    public static bool IsWhole(Sitting sitting, IEnumerable<SittingHistoryRow> rows)
    {
        var (ordinal, head) = (0, HashChain.Origin);
        foreach (var row in rows.OrderBy(row => row.Ordinal))
        {
            if (row.Ordinal != ++ordinal
                || row.Hash != HashOf(head, row.Sitting, row.Ordinal, row.At, row.Actor, row.ActorName, row.From, row.To, row.Trigger, row.Reason))
            {
                return false;
            }

            head = row.Hash;
        }

        return ordinal == sitting.HistoryLength && head == sitting.HistoryHead;
    }

    private static string HashOf(string previous, SittingId sitting, int ordinal, DateTimeOffset at, PersonId? actor, string actorName, SittingStatus from, SittingStatus to, SittingTrigger trigger, string reason) =>
        HashChain.Link(
            previous,
            sitting.ToString(),
            ordinal.ToString(CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            actor?.ToString(),
            actorName,
            from.ToString(),
            to.ToString(),
            trigger.ToString(),
            reason);
}
