using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Passages;
using Tn.Content.Review.Threads;
using Tn.Content.Review.Threads.Answer;
using Tn.Content.Review.Threads.Open;
using Tn.Content.Review.Threads.Settle;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Committee;

/// <summary>What is said of one passage. The forms beside the passages are sent here; whoever has nothing to correct goes back to the text.</summary>
[Authorize]
internal sealed class DiscussionModel(
    ReviewQueries queries,
    DocumentQueries documents,
    ThreadQueries threads,
    OpenThread open,
    AnswerThread answer,
    SettleThread settle) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [FromQuery(Name = "doc")]
    public string? Doc { get; init; }

    [FromQuery(Name = "passage")]
    public string? Anchor { get; init; }

    [FromQuery(Name = "fil")]
    public Guid? ThreadId { get; init; }

    [FromQuery(Name = "resolu")]
    public bool Resolved { get; init; } = true;

    [BindProperty]
    public string? Text { get; init; }

    public ReviewSubmission Submission { get; private set; } = null!;

    public ContentVersion Version { get; private set; } = null!;

    public ReviewThread? Thread { get; private set; }

    public string Quote { get; private set; } = string.Empty;

    public bool MaySpeak => ReviewDoor.RequireDiscussion(Act, Submission).IsDone && Thread?.IsResolved != true;

    public string Address => $"/comites/pedagogique/{Id}/discussion?doc={Version.VersionId}{(Thread is null ? $"&passage={Anchor}&handler=Open" : $"&fil={Thread.Id}&handler=Answer")}";

    public string Back => $"/comites/pedagogique/{Id}?doc={Version.VersionId}#{(Thread is null ? Anchor : $"fil-{Thread.Id}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        var outcome = await open.OpenAsync(new RemarkOnPassage(Submission.Id, Version.VersionId, Anchor ?? string.Empty, Text ?? string.Empty), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Again(refusal);
        }

        Confirm("Votre remarque est enregistrée.");
        return Redirect($"/comites/pedagogique/{Id}?doc={Version.VersionId}#fil-{outcome.Value}");
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) =>
        await OnThreadAsync(thread => answer.AnswerAsync(thread.Id, Submission.Id, Text ?? string.Empty, Act, cancellationToken), T["Votre réponse est enregistrée."], cancellationToken);

    public async Task<IActionResult> OnPostSettleAsync(CancellationToken cancellationToken) =>
        await OnThreadAsync(thread => settle.SettleAsync(thread.Id, Submission.Id, Resolved, Act, cancellationToken), Resolved ? T["Le fil est résolu."] : T["Le fil est rouvert."], cancellationToken);

    private async Task<IActionResult> OnThreadAsync(Func<ReviewThread, Task<Outcome>> does, string done, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        if (Thread is not { } thread)
        {
            return NotFound();
        }

        if ((await does(thread)).IsRefused(out var refusal))
        {
            return Again(refusal);
        }

        Confirm(done);
        return Redirect(Back);
    }

    private IActionResult Again(Refusal refusal)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal, refusal.Code.StartsWith("review.remark-", StringComparison.Ordinal) ? nameof(Text) : string.Empty);
        return Page();
    }

    /// <summary>Loads the page; returns an answer only when there is nothing to show.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(new SubmissionId(Id), cancellationToken) is not { } submission)
        {
            return NotFound();
        }

        if (!ReviewDoor.Opens(Act, submission))
        {
            return Forbid();
        }

        Submission = submission;
        Thread = ThreadId is { } thread ? await threads.FindAsync(new ReviewThreadId(thread), cancellationToken) : null;
        var document = submission.Documents.FirstOrDefault(one => one.VersionId == Doc && (Thread is null || Thread.ItemId == one.ItemId));
        if (document is null || await documents.FindAsync(document.VersionId, cancellationToken) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        var quote = Thread?.Quote ?? PassageReader.Of(version).FirstOrDefault(one => one.Anchor == Anchor)?.Words;
        Quote = quote ?? string.Empty;
        return quote is null || (ThreadId is not null && Thread is null) ? NotFound() : null;
    }
}
