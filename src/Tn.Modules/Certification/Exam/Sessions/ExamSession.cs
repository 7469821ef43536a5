using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>An invigilated session of the exam.</summary>
internal readonly record struct ExamSessionId(Guid Value) : IGuidId<ExamSessionId>
{
    public static ExamSessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A day, a room, an invigilator and the candidates expected there. They start with its access code, once marked present.</summary>
internal sealed class ExamSession : IRevisioned
{
    private ExamSession()
    {
    }

    public ExamSessionId Id { get; private init; }

    /// <summary>A Paris day.</summary>
    public DateOnly HeldOn { get; private init; }

    /// <summary>As written for people: « 14 h, salle 2, maison des entreprises, Nantes ».</summary>
    public string Room { get; private init; } = string.Empty;

    /// <summary>Said aloud in the room; six signs that are not mistaken for one another.</summary>
    public string AccessCode { get; private init; } = string.Empty;

    public PersonId Invigilator { get; private init; }

    public string InvigilatorName { get; private init; } = string.Empty;

    public string PlannedBy { get; private init; } = string.Empty;

    public DateTimeOffset PlannedAt { get; private init; }

    public int Revision { get; set; }

    public static ExamSession Plan(DateOnly heldOn, string room, string accessCode, PersonCard invigilator, ActContext act) => new()
    {
        Id = new ExamSessionId(Guid.CreateVersion7(act.At)),
        HeldOn = heldOn,
        Room = room,
        AccessCode = accessCode,
        Invigilator = invigilator.Id,
        InvigilatorName = invigilator.DisplayName,
        PlannedBy = act.ActorName,
        PlannedAt = act.At,
    };

    /// <summary>True for the code as people type it, whatever its case and spaces.</summary>
    public bool Opens(string? code) => code is not null && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(Normal(code)), System.Text.Encoding.UTF8.GetBytes(AccessCode));

    private static string Normal(string code) => code.Replace(" ", string.Empty, StringComparison.Ordinal).Trim().ToUpperInvariant();
}

/// <summary>A candidate expected at a session.</summary>
internal sealed class SessionSeat
{
    public ExamSessionId Session { get; init; }

    public PersonId Candidate { get; init; }

    /// <summary>The session's day, kept here so that a candidate's seat of today is found at once.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>The number of the consultant's file.</summary>
    public string Number { get; init; } = string.Empty;

    public string DisplayName { get; init; } = string.Empty;

    public DateTimeOffset? PresentAt { get; set; }

    public string? MarkedBy { get; set; }
}
