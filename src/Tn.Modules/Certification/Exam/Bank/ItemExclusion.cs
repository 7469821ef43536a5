namespace Tn.Certification.Exam.Bank;

/// <summary>Items that must not stand in the same form: one gives the other away, or both ask the same.</summary>
internal sealed class ItemExclusion
{
    public const int ReasonLimit = 500;

    public Guid Id { get; init; }

    public List<string> Items { get; init; } = [];

    public string Reason { get; init; } = string.Empty;

    public string DecidedBy { get; init; } = string.Empty;

    public DateTimeOffset DecidedAt { get; init; }
}
