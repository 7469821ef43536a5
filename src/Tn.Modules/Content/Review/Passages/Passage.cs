namespace Tn.Content.Review.Passages;

/// <summary>What a passage is made of.</summary>
internal enum PassageKind
{
    Title,
    Summary,
    Objective,
    Text,
    Facilitator,
    Question,
}

/// <summary>A paragraph of a version, or what stands for one: what members discuss, and what a resubmission changes.</summary>
/// <param name="Fingerprint">Of its normalised words and of what it shows and points at: the same in every version where it says the same.</param>
/// <param name="Occurrence">From 1, when a document says the same more than once.</param>
/// <param name="Words">Plain text.</param>
/// <param name="Html">Sanitised, ready to be shown.</param>
/// <param name="Question">When it is one.</param>
internal sealed record Passage(string Fingerprint, int Occurrence, PassageKind Kind, string Words, string Html, Question? Question = null)
{
    /// <summary>The longest anchor.</summary>
    public const int AnchorLength = 40;

    /// <summary>Its id in the page, the same as long as it says the same.</summary>
    public string Anchor => $"p-{Fingerprint}-{Occurrence}";
}
