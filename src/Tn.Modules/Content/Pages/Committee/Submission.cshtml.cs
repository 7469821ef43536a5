using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents;
using Tn.Content.Lint;
using Tn.Content.Media;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Review.Publish;
using Tn.Content.Review.Reading;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Threads;
using Tn.Content.Review.Vote;
using Tn.Content.Review.Withdraw;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Committee;

/// <summary>A submission: each document as learners will see it, what changes, what the checks say, votes and history. Open to the committee and to its author.</summary>
[Authorize]
internal sealed class SubmissionModel(
    ReviewQueries queries,
    DocumentQueries documents,
    DocumentLint lint,
    ReviewRules rules,
    ICommitteeRoster roster,
    Labels labels,
    CastVote vote,
    PublishApproved publish,
    WithdrawSubmission withdraw,
    ThreadQueries threads,
    ReadingQueries readings,
    RecordReading record,
    MediaCheck medias) : TnPageModel
{
    private IReadOnlyList<PersonId> voters = [];

    [FromRoute]
    public Guid Id { get; init; }

    /// <summary>What a charter declares to change; null for other documents. Empty when it declares nothing.</summary>
    public string? CharterChange => Shown.ContentType == ContentTypes.Charter ? CharterDeclaration.KindOf(Shown) ?? string.Empty : null;

    [FromQuery(Name = "doc")]
    public string? Doc { get; init; }

    [BindProperty]
    public VoteChoice? Choice { get; init; }

    [BindProperty]
    public string? Reason { get; init; }

    [BindProperty]
    public string? ReadHash { get; init; }

    public ReviewSubmission Submission { get; private set; } = null!;

    public IReadOnlyList<ContentVersion> Documents { get; private set; } = [];

    public ContentVersion Shown { get; private set; } = null!;

    public LearningPart Learning => Shown.Parts.LearningPart ?? new LearningPart();

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    /// <summary>The text cut in passages, each with what is said of it.</summary>
    public DiscussedText Text { get; private set; } = null!;

    /// <summary>Open threads by document.</summary>
    public IReadOnlyDictionary<string, int> OpenThreads { get; private set; } = new Dictionary<string, int>();

    /// <summary>How each document, by version id, stands to what this member has read; empty for others.</summary>
    public IReadOnlyDictionary<string, ReadingState> Readings { get; private set; } = new Dictionary<string, ReadingState>();

    /// <summary>What changed in the document shown since this member last saw it, or null.</summary>
    public SinceMyReading? Since { get; private set; }

    /// <summary>The rule for the votes, with the decision that set it.</summary>
    public RuleInForce Quorum { get; private set; } = null!;

    /// <summary>The rule for the presence.</summary>
    public RuleInForce Presence { get; private set; } = null!;

    public int PresenceNeeded => new ReviewQuorum(Quorum.Number, Presence.Number).PresentAmong(Eligible);

    /// <summary>True when the present round has ended in a decision.</summary>
    public bool HasMinutes => Submission.State is not (ReviewState.Draft or ReviewState.Submitted or ReviewState.InReview or ReviewState.Withdrawn);

    public bool MaySpeak => ReviewDoor.RequireDiscussion(Act, Submission).IsDone;

    public VoteTally Tally => VoteTally.Of(Submission.CurrentVotes);

    public int Eligible => Submission.Eligible(voters).Count;

    public bool QuorumOutOfReach => Submission.IsOpen && Eligible < Quorum.Number;

    public bool IsReviewer => Act.Can(Permission.ReviewContent);

    public bool MayVote => IsReviewer && Submission.IsOpen && Submission.Eligible(voters).Contains(Act.Person);

    public bool MayWithdraw => Submission.Submitter == Act.Actor && Act.Can(Permission.WriteContent)
        && (Submission.IsOpen || Submission.State is ReviewState.ChangesRequested or ReviewState.Approved);

    /// <summary>Why a reviewer cannot vote, or null.</summary>
    public string? WhyNot => !IsReviewer || !Submission.IsOpen ? null
        : Submission.IsOwnWork(Act.Person) ? T["Vous avez écrit ou soumis l’un de ces textes : les autres membres votent."]
        : Submission.CurrentVotes.Any(one => one.Member == Act.Person && one.Choice == VoteChoice.Recuse) ? T["Vous vous êtes déporté de ce dossier."]
        : T["Votre mandat au comité pédagogique n’est pas en cours : vous pouvez lire, pas voter."];

    public IEnumerable<SelectListItem> Choices => Enum.GetValues<VoteChoice>().Select(choice => new SelectListItem(labels.Vote(choice), choice.ToString()));

    public IReadOnlyList<ThreadStep> Steps =>
        [.. Submission.History.OrderBy(step => step.Number).Select(step => new ThreadStep(
            labels.Trigger(step.Trigger),
            step.Number == Submission.History.Count ? ThreadKnot.Here : ThreadKnot.Done,
            $"{step.Reason} ({step.ActorName})",
            null,
            T.Moment(step.At)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostVoteAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!IsReviewer)
        {
            return Forbid();
        }

        if (Choice is not { } choice)
        {
            Explain(new Refusal("content.vote-choice-missing"), nameof(Choice));
            return Page();
        }

        var outcome = await vote.CastAsync(Submission.Id, new VoteInput(choice, Reason ?? string.Empty, ReadHash ?? string.Empty), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "content.vote-reason-missing" ? nameof(Reason) : string.Empty);
            return await LoadAsync(cancellationToken) ?? Page();
        }

        Confirm(outcome.Value switch
        {
            ReviewState.Published => T["Votre voix est enregistrée. Le quorum est atteint : le dossier est publié."],
            ReviewState.Approved => T["Votre voix est enregistrée. Le quorum est atteint : le dossier est approuvé, et paraîtra à la date prévue."],
            ReviewState.Confirmed => T["Votre voix est enregistrée. Le quorum est atteint : le texte est confirmé tel qu’il est."],
            ReviewState.ChangesRequested => T["Votre voix est enregistrée. Le dossier retourne à son auteur avec les demandes du comité."],
            ReviewState.Rejected => T["Votre voix est enregistrée. Le dossier est rejeté."],
            _ => T["Votre voix est enregistrée. Vous pouvez la changer tant que le vote est ouvert."],
        });
        return Redirect($"/comites/pedagogique/{Id}");
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        return await FinishAsync(await publish.PublishAsync(Submission.Id, Act, cancellationToken), T["Le dossier est publié."], cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        return await FinishAsync(await withdraw.WithdrawAsync(Submission.Id, Reason ?? string.Empty, Act, cancellationToken), T["Vous avez repris votre texte. Modifiez-le, puis envoyez-le de nouveau."], cancellationToken);
    }

    private async Task<IActionResult> FinishAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused(out var refusal))
        {
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
            {
                return Denied(refusal);
            }

            Explain(refusal);
            return await LoadAsync(cancellationToken) ?? Page();
        }

        Confirm(done);
        return Redirect($"/comites/pedagogique/{Id}");
    }

    /// <summary>Loads the page; returns an answer only when there is nothing to show.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (await queries.FindAsync(new SubmissionId(Id), cancellationToken) is not { } submission)
        {
            return NotFound();
        }

        if (!ReviewDoor.Opens(act, submission))
        {
            return Forbid();
        }

        Submission = submission;
        var quorums = await rules.QuorumsAsync(act.At, cancellationToken);
        Quorum = quorums.RuleFor(submission.Documents.Select(document => document.ContentType));
        Presence = quorums.Presence;
        voters = [.. (await roster.MembersAsync(CommitteeKind.Pedagogy, French.Day(act.At), cancellationToken)).Select(member => member.Person)];
        Documents = await documents.FindManyAsync(submission.Documents.Select(document => document.VersionId), cancellationToken);
        Shown = Documents.FirstOrDefault(document => document.VersionId == Doc) ?? Documents[0];
        Findings = [.. (await lint.CheckAsync([Shown], Documents, cancellationToken))[Shown.VersionId], .. await medias.FindingsAsync(Shown, cancellationToken)];
        var published = await documents.PublishedAsync(Shown.ItemId, cancellationToken);
        Changes = published is null || published.VersionId == Shown.VersionId ? [] : TextChanges.Between(published.Parts.Source, Shown.Parts.Source);
        await LoadDiscussionAsync(cancellationToken);
        return null;
    }

    private async Task LoadDiscussionAsync(CancellationToken cancellationToken)
    {
        var said = await threads.OfAsync(Submission, cancellationToken);
        Text = DiscussedText.Of(Shown, said.Where(thread => thread.ItemId == Shown.ItemId));
        OpenThreads = said.Where(thread => !thread.IsResolved).CountBy(thread => thread.ItemId).ToDictionary(StringComparer.Ordinal);
        if (IsReviewer)
        {
            Since = await readings.SinceAsync(Shown, Act.Person, cancellationToken);
            await record.RecordAsync(Submission, [.. Submission.Documents.Where(document => document.VersionId == Shown.VersionId)], Act, cancellationToken);
            Readings = await readings.OfAsync(Submission, Act.Person, cancellationToken);
        }
    }
}
