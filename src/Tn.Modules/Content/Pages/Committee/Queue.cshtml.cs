using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Review;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Committee;

/// <summary>The committee's desk: what waits for the member first, then by deadline; filters stand in the address.</summary>
[Needs(Permission.ReviewContent)]
internal sealed class QueueModel(QueueQueries queue, ReviewQueries queries, ReviewRules rules, Labels labels) : TnPageModel
{
    public const int Size = 20;
    private const int DecisionsShown = 12;
    private static readonly string[] Types = [ContentTypes.Course, ContentTypes.Lesson, ContentTypes.QuestionBank, ContentTypes.Charter, ContentTypes.Page, ContentTypes.TeachingMaterial, ContentTypes.Webinar, ContentTypes.News, ContentTypes.Axis, ContentTypes.Menu, ContentTypes.Home];

    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "etat")]
    public ReviewState? State { get; init; }

    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    [FromQuery(Name = "pour-moi")]
    public bool Mine { get; init; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; init; } = 1;

    public int Total { get; private set; }

    /// <summary>How many wait for this member, whatever the filters.</summary>
    public int Waiting { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || State is not null || !string.IsNullOrWhiteSpace(Type) || Mine;

    public IEnumerable<SelectListItem> States =>
        [new(T["Tous les états"], string.Empty), .. QueueQueries.Undecided.Select(state => new SelectListItem(labels.State(state), state.ToString()))];

    public IEnumerable<SelectListItem> ContentKinds =>
        [new(T["Tous les types"], string.Empty), .. Types.Select(type => new SelectListItem(labels.Type(type), type))];

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public IReadOnlyList<DecidedLine> Decided { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        var page = await queue.ListAsync(new QueueFilter(Text, State, Type, Mine, Math.Clamp(PageNumber, 1, 100_000), Size), act, cancellationToken);
        var decided = await queries.DecidedAsync(DecisionsShown, act, cancellationToken);
        if ((page.Refusal ?? decided.Refusal) is { } refusal)
        {
            return Denied(refusal);
        }

        var quorums = await rules.QuorumsAsync(act.At, cancellationToken);
        (Total, Waiting) = (page.Value.Total, page.Value.Waiting);
        Lines = [.. page.Value.Rows.Select(submission => QueueLine.Of(submission, act, quorums.For(submission).Number, T))];
        Decided = decided.Value;
        return Page();
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
    bool IsOwnWork,
    bool Renewal,
    int Findings)
{
    public static QueueLine Of(ReviewSubmission submission, ActContext act, int quorum, Platform.Web.Texts texts)
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
            days == 0 ? texts["aujourd’hui"] : texts[$"il y a {texts.Count(days, "jour", "jours")}"],
            submission.DueOn,
            submission.IsOpen && submission.DueOn < today,
            VoteTally.Of(submission.CurrentVotes).Approvals,
            quorum,
            submission.CurrentVotes.FirstOrDefault(vote => vote.Member == act.Actor)?.Choice,
            act.Actor is { } person && submission.IsOwnWork(person),
            submission.Renewal,
            submission.Documents.Sum(document => document.Findings));
    }
}
