namespace Tn.Content.Review.Reading;

/// <summary>That a person opened a version in a submission, or voted on it, and when first.</summary>
internal sealed class ReviewReading
{
    private ReviewReading()
    {
    }

    public SubmissionId Submission { get; private init; }

    public PersonId Person { get; private init; }

    public string VersionId { get; private init; } = string.Empty;

    public string ItemId { get; private init; } = string.Empty;

    public DateTimeOffset At { get; private init; }

    public static ReviewReading Of(SubmissionId submission, SubmittedDocument document, ActContext act) => new()
    {
        Submission = submission,
        Person = act.Person,
        VersionId = document.VersionId,
        ItemId = document.ItemId,
        At = act.At,
    };
}
