namespace Tn.Content.Review;

/// <summary>When a decision is expected, how many votes make one, and how long a published text stands: rules of the programme.</summary>
internal sealed class ReviewRules(IProgrammeRules rules)
{
    /// <summary>The Paris day by which a submission should be decided: an indication, nothing expires by it.</summary>
    public async Task<DateOnly> DueOnAsync(DateTimeOffset submitted, CancellationToken cancellationToken)
    {
        var rule = await rules.FindAsync(RuleKeys.ReviewDecisionWorkingDays, French.Day(submitted), cancellationToken);
        return WorkingDays.After(French.Day(submitted), rule.Number);
    }

    /// <summary>The quorums in force.</summary>
    public async Task<ReviewQuorums> QuorumsAsync(DateTimeOffset at, CancellationToken cancellationToken) => new(
        await FindAsync(RuleKeys.ReviewQuorumCourse, at, cancellationToken),
        await FindAsync(RuleKeys.ReviewQuorumCharter, at, cancellationToken),
        await FindAsync(RuleKeys.ReviewQuorumBank, at, cancellationToken),
        await FindAsync(RuleKeys.ReviewQuorumOther, at, cancellationToken),
        await FindAsync(RuleKeys.ReviewPresencePercent, at, cancellationToken));

    /// <summary>The day from which a text whose review-by date is <paramref name="reviewBy"/> comes back, counted backwards: today plus the lead.</summary>
    public async Task<DateOnly> DueWithinAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        French.Day(at).AddDays((await FindAsync(RuleKeys.ReviewRenewalLeadDays, at, cancellationToken)).Number);

    /// <summary>Until when a text confirmed now stands.</summary>
    public async Task<DateOnly> ConfirmedUntilAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        French.Day(at).AddMonths((await FindAsync(RuleKeys.ReviewRenewalMonths, at, cancellationToken)).Number);

    private Task<RuleInForce> FindAsync(string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        rules.FindAsync(key, French.Day(at), cancellationToken);
}

/// <summary>The quorum of each kind of content, and the presence asked of all.</summary>
internal sealed record ReviewQuorums(RuleInForce Course, RuleInForce Charter, RuleInForce Bank, RuleInForce Other, RuleInForce Presence)
{
    /// <summary>Of several documents decided together, the strictest rule counts.</summary>
    public RuleInForce RuleFor(IEnumerable<string> contentTypes) => contentTypes.Select(Of).MaxBy(rule => rule.Number) ?? Other;

    /// <summary>The numbers that decide on a submission.</summary>
    public ReviewQuorum For(ReviewSubmission submission) =>
        new(RuleFor(submission.Documents.Select(document => document.ContentType)).Number, Presence.Number);

    private RuleInForce Of(string contentType) => contentType switch
    {
        ContentTypes.Course or ContentTypes.Lesson => Course,
        ContentTypes.Charter => Charter,
        ContentTypes.QuestionBank => Bank,
        _ => Other,
    };
}

/// <summary>What makes a decision valid.</summary>
/// <param name="Number">Votes on one side that decide.</param>
/// <param name="PresencePercent">0 to 100, of those who may vote, who must have voted or abstained; who stepped aside is not counted.</param>
internal sealed record ReviewQuorum(int Number, int PresencePercent)
{
    /// <summary>How many must be present, rounded up.</summary>
    /// <param name="eligible">Who may vote.</param>
    public int PresentAmong(int eligible) => (eligible * PresencePercent + 99) / 100;
}
