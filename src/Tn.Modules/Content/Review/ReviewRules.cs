namespace Tn.Content.Review;

/// <summary>When a decision is expected, and how many votes make one.</summary>
internal sealed class ReviewRules(IProgrammeRules rules)
{
    // The committee's working habit, shown as an indication; nothing expires by it.
    private const int WorkingDaysToDecide = 15;

    /// <summary>The Paris day by which a submission of today should be decided.</summary>
    public static DateOnly DueOn(DateTimeOffset submitted) => WorkingDays.After(French.Day(submitted), WorkingDaysToDecide);

    /// <summary>The quorum in force for a kind of submission.</summary>
    public Task<RuleInForce> QuorumAsync(SubmissionKind kind, DateTimeOffset at, CancellationToken cancellationToken) =>
        rules.FindAsync(
            kind == SubmissionKind.Course ? RuleKeys.ReviewQuorumCourse : RuleKeys.ReviewQuorumOther,
            French.Day(at),
            cancellationToken);
}
