namespace Tn.Certification.Exam;

/// <summary>The last answer acknowledged for an item.</summary>
internal sealed class SittingAnswer
{
    public SittingId Sitting { get; init; }

    /// <summary>From 1.</summary>
    public int Position { get; init; }

    public ItemResponse Response { get; set; } = ItemResponse.Unknown;

    public DateTimeOffset SavedAt { get; set; }
}
