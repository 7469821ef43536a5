using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Jury;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Jury;

/// <summary>A meeting's agenda, who is present, and its minutes as decisions fall.</summary>
[Authorize]
internal sealed class MeetingModel(JuryQueries queries, RecordPresence record, ICommitteeRoster roster) : TnPageModel
{
    [BindProperty]
    public List<Guid> Present { get; set; } = [];

    public JuryMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<JuryCase> Cases { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public bool MayRecord { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid meeting, CancellationToken cancellationToken)
    {
        if (await LoadAsync(meeting, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Present = [.. Meeting.Attendances.Select(one => one.Member.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid meeting, CancellationToken cancellationToken)
    {
        if (await LoadAsync(meeting, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if ((await record.RecordAsync(Meeting.Id, [.. Present.Select(one => new PersonId(one))], Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm("La présence est enregistrée.");
        return Redirect($"/comites/jury/seances/{Meeting.Id}");
    }

    private async Task<IActionResult?> LoadAsync(Guid meeting, CancellationToken cancellationToken)
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
        MayRecord = Cases.Any(one => one.IsOpen);
        Members = [.. (await roster.MembersAsync(CommitteeKind.Jury, found.HeldOn, cancellationToken))
            .Select(member => new SelectListItem(member.College is { } college ? $"{member.DisplayName} ({T[JuryWords.Of(college)]})" : member.DisplayName, member.Person.ToString()))];
        return null;
    }
}
