using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Jury;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Jury;

/// <summary>A meeting's agenda, and its minutes as decisions fall.</summary>
[Authorize]
internal sealed class MeetingModel(JuryQueries queries) : TnPageModel
{
    public JuryMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<JuryCase> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid meeting, CancellationToken cancellationToken)
    {
        if (!JuryDoor.IsOpenTo(Act))
        {
            return Forbid();
        }

        if (await queries.MeetingAsync(new JuryMeetingId(meeting), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Meeting = found;
        Cases = await queries.CasesAsync(found.Id, cancellationToken);
        return Page();
    }
}
