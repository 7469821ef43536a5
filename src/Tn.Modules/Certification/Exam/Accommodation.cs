namespace Tn.Certification.Exam;

/// <summary>More time for one candidate, decided by an instructor.</summary>
internal sealed class Accommodation
{
    public PersonId Candidate { get; init; }

    /// <summary>From 0 to 100.</summary>
    public int ExtraTimePercent { get; set; }

    public string DecidedBy { get; set; } = string.Empty;

    public DateTimeOffset DecidedAt { get; set; }
}
