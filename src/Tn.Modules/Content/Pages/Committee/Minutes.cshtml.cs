using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Review;
using Tn.Content.Review.Minutes;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Committee;

/// <summary>The minutes of a validation: for those who may open the submission, once it is decided.</summary>
[Authorize]
internal class MinutesModel(ReviewQueries queries, MinutesWriter writer) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public ReviewMinutes Minutes { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    /// <summary>Loads the minutes; returns an answer only when there are none to show.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(new SubmissionId(Id), cancellationToken) is not { } submission)
        {
            return NotFound();
        }

        if (!ReviewDoor.Opens(Act, submission))
        {
            return Forbid();
        }

        if (await writer.OfAsync(submission, cancellationToken) is not { } minutes)
        {
            return NotFound();
        }

        Minutes = minutes;
        return null;
    }
}
