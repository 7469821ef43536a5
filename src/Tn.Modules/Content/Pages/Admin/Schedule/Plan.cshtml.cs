using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Schedule;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Schedule;

/// <summary>Choosing when: a publication of a submission (<c>?dossier=</c>), or an archiving of a document (<c>?document=</c>).</summary>
[Needs(Permission.ScheduleContent)]
internal sealed class PlanModel(ReviewQueries reviews, DocumentQueries documents, PlanAct plan, Labels labels) : TnPageModel
{
    [FromQuery(Name = "dossier")]
    public string? Wanted { get; init; }

    [BindProperty]
    public string? Submission { get; set; }

    [BindProperty(SupportsGet = true, Name = "document")]
    public string? DocumentId { get; set; }

    [BindProperty]
    public string? When { get; set; }

    /// <summary>What is to be archived, or null when a submission is to be published.</summary>
    public ContentVersion? Document { get; private set; }

    public IReadOnlyList<SelectListItem> Submissions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Submission = Wanted;
        return await LoadAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = Document is { } document ? await plan.ArchivingAsync(document.ItemId, When, Act, cancellationToken)
            : Guid.TryParse(Submission, out var id) && await reviews.FindAsync(new SubmissionId(id), cancellationToken) is { } submission
                ? await plan.PublicationAsync(submission.Id, When, Act, cancellationToken)
            : new Refusal("content.schedule-what");
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code.StartsWith("content.schedule-time", StringComparison.Ordinal) || refusal.Code == "content.schedule-past" ? nameof(When) : string.Empty);
            return Page();
        }

        Confirm("C’est programmé.");
        return Redirect($"/admin/programmation/{outcome.Value}");
    }

    /// <summary>Loads what can be planned; returns an answer only when there is nothing to show.</summary>
    private Task<IActionResult?> LoadAsync(CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(DocumentId) ? LoadSubmissionsAsync(cancellationToken) : LoadDocumentAsync(DocumentId, cancellationToken);

    private async Task<IActionResult?> LoadDocumentAsync(string itemId, CancellationToken cancellationToken)
    {
        var outcome = await documents.ArchivableAsync(itemId, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Document = outcome.Value;
        return Document is null ? NotFound() : null;
    }

    private async Task<IActionResult?> LoadSubmissionsAsync(CancellationToken cancellationToken)
    {
        var outcome = await reviews.PlannableAsync(Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Submissions =
        [
            new SelectListItem(T["Choisir un dossier"], string.Empty),
            .. outcome.Value.Select(one => new SelectListItem($"{one.Title} ({labels.State(one.State)})", one.Id.ToString())),
        ];
        return null;
    }
}
