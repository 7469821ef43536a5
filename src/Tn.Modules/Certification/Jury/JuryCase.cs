using Stateless;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>A meeting of the jury.</summary>
internal readonly record struct JuryMeetingId(Guid Value) : IGuidId<JuryMeetingId>
{
    public static JuryMeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A file before the jury.</summary>
internal readonly record struct JuryCaseId(Guid Value) : IGuidId<JuryCaseId>
{
    public static JuryCaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A day on which the jury sits, with its agenda: the cases that name it.</summary>
internal sealed class JuryMeeting : IRevisioned
{
    public JuryMeetingId Id { get; init; }

    public DateOnly HeldOn { get; init; }

    public string OpenedBy { get; init; } = string.Empty;

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who is present, as recorded; whoever votes is counted present too.</summary>
    public IReadOnlyList<Attendance> Attendances { get; private set; } = [];

    public int Revision { get; set; }

    /// <summary>Records who is present, in place of what was recorded before.</summary>
    public void Record(IReadOnlyList<Attendance> present) => Attendances = present;
}

/// <summary>Someone present at a meeting.</summary>
internal sealed record Attendance(PersonId Member, string Name, College? College);

/// <summary>Where a case stands. Names are kept in the database: never rename one.</summary>
internal enum JuryCaseStatus
{
    Open,
    Decided,
}

/// <summary>What can happen to a case.</summary>
internal enum JuryCaseTrigger
{
    Decide,
}

/// <summary>
/// One file before one meeting: its votes, its recusals, its decision. Decided once; never rewritten.
/// What the jury read of the file is pinned with the case, so that the minutes stay true.
/// </summary>
internal sealed class JuryCase : IRevisioned
{
    private readonly StateMachine<JuryCaseStatus, JuryCaseTrigger> machine;

    private JuryCase()
    {
        machine = new StateMachine<JuryCaseStatus, JuryCaseTrigger>(() => Status, status => Status = status);
        machine.Configure(JuryCaseStatus.Open).Permit(JuryCaseTrigger.Decide, JuryCaseStatus.Decided);
    }

    public JuryCaseId Id { get; private init; }

    public JuryMeetingId Meeting { get; private init; }

    public PersonId Candidate { get; private init; }

    /// <summary>The file as it stood when it was put on the agenda.</summary>
    public ConsultantFile File { get; private init; } = null!;

    /// <summary>True for the renewal of a certificate.</summary>
    public bool IsRenewal { get; private init; }

    public JuryCaseStatus Status { get; private set; }

    public JuryChoice? Decision { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The reasons given by those who carried the decision, what was prescribed, who sat and who stood aside.</summary>
    public JuryMinutes? Minutes { get; private set; }

    public int Revision { get; set; }

    public static JuryCase Open(JuryMeetingId meeting, ConsultantFile file, DateTimeOffset now) => new()
    {
        Id = new JuryCaseId(Guid.CreateVersion7(now)),
        Meeting = meeting,
        Candidate = file.Person,
        File = file,
        IsRenewal = file.State == PathState.RenewalAwaitingJury,
        Status = JuryCaseStatus.Open,
    };

    public bool IsOpen => Status == JuryCaseStatus.Open;

    /// <summary>Decides by the majority of the votes; refused without quorum, and the second time.</summary>
    public Outcome Decide(Deliberation deliberation, IReadOnlyList<RecusalNote> recusals, IReadOnlyDictionary<PersonId, string> names, DateTimeOffset now)
    {
        if (!machine.CanFire(JuryCaseTrigger.Decide))
        {
            return new Refusal("certification.case-decided").With("date", French.Moment(DecidedAt!.Value));
        }

        if (deliberation.RequireQuorum().IsRefused(out var refusal))
        {
            return refusal;
        }

        machine.Fire(JuryCaseTrigger.Decide);
        Decision = deliberation.Majority;
        DecidedAt = now;
        Minutes = JuryMinutes.Of(deliberation, recusals, names);
        return Outcome.Done;
    }
}

/// <summary>A member's vote on a case; replaced by the member's next one until the decision.</summary>
internal sealed class JuryVote
{
    public JuryCaseId Case { get; init; }

    public PersonId Member { get; init; }

    public Ballot Ballot { get; set; } = null!;

    public DateTimeOffset CastAt { get; set; }
}

/// <summary>A member stands aside from a case, in their own words.</summary>
internal sealed class DeclaredRecusal
{
    public JuryCaseId Case { get; init; }

    public PersonId Member { get; init; }

    public string Reason { get; init; } = string.Empty;

    public DateTimeOffset DeclaredAt { get; init; }
}

/// <summary>Who stood aside, and why.</summary>
/// <param name="Computed">True when the tie was found by comparing declarations, false when the member declared it.</param>
internal sealed record RecusalNote(string Member, string Reason, bool Computed);

/// <summary>A decision's minutes: kept as they were written.</summary>
internal sealed record JuryMinutes(IReadOnlyList<MinutedVote> Votes, IReadOnlyList<RecusalNote> Recusals, IReadOnlyList<string> Reasons, IReadOnlyList<string> Prescriptions, DateOnly? DeferredUntil)
{
    public static JuryMinutes Of(Deliberation deliberation, IReadOnlyList<RecusalNote> recusals, IReadOnlyDictionary<PersonId, string> names)
    {
        var carrying = deliberation.Votes.Where(vote => vote.Ballot.Choice == deliberation.Majority).Select(vote => vote.Ballot).ToList();
        return new JuryMinutes(
            [.. deliberation.Votes.Select(vote => new MinutedVote(names.GetValueOrDefault(vote.Member, "membre du jury"), vote.College, vote.Ballot.Choice, vote.Ballot.Reason))],
            recusals,
            [.. carrying.Select(ballot => ballot.Reason).Distinct(StringComparer.Ordinal)],
            [.. carrying.Select(ballot => ballot.Prescriptions).OfType<string>().Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)],
            carrying.Max(ballot => ballot.DeferredUntil));
    }
}

/// <summary>A vote as minuted.</summary>
internal sealed record MinutedVote(string Member, College College, JuryChoice Choice, string Reason);
