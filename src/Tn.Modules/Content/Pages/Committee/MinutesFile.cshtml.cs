using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Review;
using Tn.Content.Review.Minutes;
using Tn.Platform.Seals;

namespace Tn.Content.Pages.Committee;

/// <summary>The minutes as a sealed file.</summary>
[Authorize]
internal sealed class MinutesFileModel(ReviewQueries queries, MinutesWriter writer, MinutesPdf pdf, PdfSeal seal) : MinutesModel(queries, writer)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? File(seal.Seal(pdf.Draw(Minutes), "Procès-verbal du comité pédagogique", Act.At), "application/pdf", $"proces-verbal-{Minutes.Submission.Id}.pdf");
}
