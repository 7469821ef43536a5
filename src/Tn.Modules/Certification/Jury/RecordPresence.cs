using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>Who convened a meeting, or sits in it, records who is present. Refused once all its cases are decided: the minutes are then written.</summary>
internal sealed class RecordPresence(TnDbContext db, ICommitteeRoster roster)
{
    /// <param name="present">Members of the jury on the meeting's day; others are left out.</param>
    public async Task<Outcome> RecordAsync(JuryMeetingId id, IReadOnlyCollection<PersonId> present, ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.SitInJury) && act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.InTurnAsync(
            async () =>
            {
                var meeting = await db.Set<JuryMeeting>().SingleAsync(row => row.Id == id, cancellationToken);
                if (!await db.Set<JuryCase>().AnyAsync(row => row.Meeting == id && row.Status == JuryCaseStatus.Open, cancellationToken))
                {
                    return new Refusal("certification.meeting-over");
                }

                var members = await roster.MembersAsync(CommitteeKind.Jury, meeting.HeldOn, cancellationToken);
                meeting.Record([.. members.Where(member => present.Contains(member.Person)).Select(member => new Attendance(member.Person, member.DisplayName, member.College))]);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }
}
