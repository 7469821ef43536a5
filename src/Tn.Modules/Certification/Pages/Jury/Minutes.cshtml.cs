using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Jury;
using Tn.Certification.Verification;
using Tn.Platform.Seals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Jury;

/// <summary>A meeting's minutes as PDF, as of now.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class MinutesModel(JuryQueries queries, SiteAddress site, PdfSeal seal) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid meeting, CancellationToken cancellationToken)
    {
        if (!JuryDoor.IsOpenTo(Act))
        {
            return Forbid();
        }

        return await queries.MeetingAsync(new JuryMeetingId(meeting), cancellationToken) is { } found
            ? File(seal.Seal(MinutesSheet.Draw(found, await queries.CasesAsync(found.Id, cancellationToken), site, Act.At), $"Procès-verbal du jury du {French.ShortDate(found.HeldOn)}", Act.At), "application/pdf", $"proces-verbal-{found.HeldOn:yyyy-MM-dd}.pdf")
            : NotFound();
    }
}
