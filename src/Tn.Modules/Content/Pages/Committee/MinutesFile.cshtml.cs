using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Review;
using Tn.Content.Review.Minutes;

namespace Tn.Content.Pages.Committee;

/// <summary>The minutes as a file.</summary>
[Authorize]
internal sealed class MinutesFileModel(ReviewQueries queries, MinutesWriter writer, MinutesPdf pdf) : MinutesModel(queries, writer)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? File(pdf.Draw(Minutes), "application/pdf", $"proces-verbal-{Minutes.Submission.Id}.pdf");
}
