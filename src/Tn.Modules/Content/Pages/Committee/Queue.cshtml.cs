using Tn.Content.Review;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Committee;

/// <summary>The committee's desk: what waits, earliest deadline first.</summary>
[Needs(Permission.ReviewContent)]
internal sealed class QueueModel(ReviewQueries queries, ReviewRules rules) : TnPageModel
{
    private const int DecisionsShown = 12;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public IReadOnlyList<DecidedLine> Decided { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        var course = await rules.QuorumAsync(SubmissionKind.Course, act.At, cancellationToken);
        var other = await rules.QuorumAsync(SubmissionKind.Other, act.At, cancellationToken);
        var open = await queries.OpenAsync(cancellationToken);
        Lines = [.. open.Select(submission => QueueLine.Of(submission, act, (submission.Kind == SubmissionKind.Course ? course : other).Number))];
        Decided = await queries.DecidedAsync(DecisionsShown, cancellationToken);
    }
}

/// <summary>One line of the desk.</summary>
internal sealed record QueueLine(
    SubmissionId Id,
    string Title,
    string Submitter,
    int Documents,
    ReviewState State,
    bool IsOpen,
    string Age,
    DateOnly DueOn,
    bool IsLate,
    int Approvals,
    int Quorum,
    VoteChoice? Mine,
    bool IsOwnWork)
{
    public static QueueLine Of(ReviewSubmission submission, ActContext act, int quorum)
    {
        var today = French.Day(act.At);
        var days = today.DayNumber - French.Day(submission.SubmittedUtc).DayNumber;
        return new QueueLine(
            submission.Id,
            submission.Title,
            submission.SubmitterName,
            submission.Documents.Count,
            submission.State,
            submission.IsOpen,
            days == 0 ? "aujourd’hui" : $"il y a {French.Count(days, "jour", "jours")}",
            submission.DueOn,
            submission.IsOpen && submission.DueOn < today,
            VoteTally.Of(submission.CurrentVotes).Approvals,
            quorum,
            submission.CurrentVotes.FirstOrDefault(vote => vote.Member == act.Actor)?.Choice,
            act.Actor is { } person && submission.IsOwnWork(person));
    }
}
