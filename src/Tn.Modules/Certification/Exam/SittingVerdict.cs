namespace Tn.Certification.Exam;

/// <summary>A verdict as it was written, numbered: a new one stands beside the old, never over it.</summary>
internal sealed class SittingVerdict
{
    public SittingId Sitting { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>Canonical text.</summary>
    public string Json { get; init; } = string.Empty;

    /// <summary>SHA-256 of <see cref="Json"/>.</summary>
    public string Hash { get; init; } = string.Empty;

    public bool Passed { get; init; }

    /// <summary>Why it was written: the sentence that stays in the file and that the candidate reads.</summary>
    public string Reason { get; init; } = string.Empty;

    public string WrittenBy { get; init; } = string.Empty;

    public DateTimeOffset WrittenAt { get; init; }

    public Verdict Read() => Verdict.FromCanonicalJson(Json);
}

/// <summary>
/// An item as one sitting drew it, and what it brought before any incident: the rows that exposure and item analysis count.
/// </summary>
internal sealed class SittingItem
{
    public SittingId Sitting { get; init; }

    /// <summary>From 1.</summary>
    public int Position { get; init; }

    public string ItemId { get; init; } = string.Empty;

    public string VersionId { get; init; } = string.Empty;

    public string Axis { get; init; } = string.Empty;

    /// <summary>As in <see cref="ItemScore"/>; null until graded.</summary>
    public string? Answer { get; set; }

    /// <summary>Thousandths, before any incident; null until graded.</summary>
    public int? Points { get; set; }
}
