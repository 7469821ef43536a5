using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>An incident of a sitting.</summary>
internal readonly record struct IncidentId(Guid Value) : IGuidId<IncidentId>
{
    public static IncidentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>What went wrong. Names are kept in the database: never rename one.</summary>
internal enum IncidentKind
{
    /// <summary>A page, a connection, a machine.</summary>
    Technical,

    /// <summary>A question that is wrong, unclear or has no right answer.</summary>
    ItemContent,

    Accessibility,

    /// <summary>For the invigilator and the desk alone.</summary>
    Fraud,

    /// <summary>Something that happened to the candidate.</summary>
    Candidate,
}

/// <summary>Who reported it.</summary>
internal enum IncidentSource
{
    Candidate,
    Invigilator,
    Desk,
}

/// <summary>What the desk decides. Names are kept in the database: never rename one.</summary>
internal enum IncidentResolution
{
    /// <summary>Noted, with its reason.</summary>
    Nothing,

    /// <summary>The item is set aside for this candidate.</summary>
    NeutraliseHere,

    /// <summary>The item's version is set aside in every sitting that drew it, and drawn no more.</summary>
    NeutraliseEverywhere,

    /// <summary>While the sitting runs.</summary>
    MoreMinutes,

    /// <summary>The attempt is given back.</summary>
    CancelSitting,
}

/// <summary>What happened during a sitting, who said so, and what was decided. An incident not settled holds the publication.</summary>
internal sealed class Incident : IRevisioned
{
    /// <summary>Bound of what is written, in characters.</summary>
    public const int TextLimit = 2000;

    private Incident()
    {
    }

    public IncidentId Id { get; private init; }

    public SittingId Sitting { get; private init; }

    public IncidentKind Kind { get; private init; }

    public IncidentSource Source { get; private init; }

    /// <summary>The item it is about, or null.</summary>
    public int? Position { get; private init; }

    /// <summary>As written by who reported it: plain text.</summary>
    public string Text { get; private init; } = string.Empty;

    public string ReportedBy { get; private init; } = string.Empty;

    public DateTimeOffset ReportedAt { get; private init; }

    public IncidentStatus Status { get; private set; }

    public IncidentResolution? Resolution { get; private set; }

    /// <summary>The sentence in the file, which the candidate reads.</summary>
    public string? Reason { get; private set; }

    public string? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public int Revision { get; set; }

    /// <summary>Reports an incident; refused without a text, about an item that is not in the form, and fraud from a candidate.</summary>
    public static Outcome<Incident> Report(Sitting sitting, IncidentReport report, IncidentSource source, ActContext act)
    {
        var text = report.Text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > TextLimit)
        {
            return new Refusal("exam.incident-text").With("limit", French.Count(TextLimit, "signe", "signes"));
        }

        if (report.Position is { } position && (position < 1 || position > sitting.ItemCount))
        {
            return new Refusal("exam.incident-item").With("count", French.Count(sitting.ItemCount, "question", "questions"));
        }

        if (source == IncidentSource.Candidate && report.Kind == IncidentKind.Fraud)
        {
            return new Refusal("access.denied");
        }

        return new Incident
        {
            Id = new IncidentId(Guid.CreateVersion7(act.At)),
            Sitting = sitting.Id,
            Kind = report.Kind,
            Source = source,
            Position = report.Position,
            Text = text,
            ReportedBy = act.ActorName,
            ReportedAt = act.At,
            Status = IncidentStatus.Reported,
        };
    }

    /// <summary>The desk's decision; refused without a reason, the second time, and for an item when the incident names none.</summary>
    public Outcome Settle(IncidentResolution resolution, string reason, ActContext act)
    {
        if (IncidentMachine.Next(Status, IncidentTrigger.Settle) is not { } to)
        {
            return new Refusal("exam.incident-settled").With("date", French.Moment(SettledAt!.Value));
        }

        if (resolution is IncidentResolution.NeutraliseHere or IncidentResolution.NeutraliseEverywhere && Position is null)
        {
            return new Refusal("exam.incident-without-item");
        }

        Status = to;
        (Resolution, Reason, SettledBy, SettledAt) = (resolution, reason, act.ActorName, act.At);
        return Outcome.Done;
    }

    /// <summary>Open again; who settled it, and how, stays in the sitting's history.</summary>
    public Outcome Reopen()
    {
        if (IncidentMachine.Next(Status, IncidentTrigger.Reopen) is not { } to)
        {
            return new Refusal("exam.move-not-allowed");
        }

        Status = to;
        (Resolution, Reason, SettledBy, SettledAt) = (null, null, null, null);
        return Outcome.Done;
    }
}

/// <summary>An incident as reported.</summary>
/// <param name="Position">The item's place, from 1, or null when it is about no item.</param>
internal sealed record IncidentReport(IncidentKind Kind, int? Position, string? Text);

/// <summary>An item set aside, in one sitting or in all that drew its version. Lifted, never erased.</summary>
internal sealed class Neutralisation
{
    public long Sequence { get; init; }

    /// <summary>Null for every sitting of the version.</summary>
    public SittingId? Sitting { get; init; }

    public string ItemId { get; init; } = string.Empty;

    public string VersionId { get; init; } = string.Empty;

    public IncidentId Incident { get; init; }

    public string Reason { get; init; } = string.Empty;

    public string DecidedBy { get; init; } = string.Empty;

    public DateTimeOffset DecidedAt { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }
}
