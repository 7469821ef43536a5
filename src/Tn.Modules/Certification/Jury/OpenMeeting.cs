using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>Opens a meeting and puts on its agenda the files that wait for the jury, oldest first: all, or those chosen.</summary>
internal sealed class OpenMeeting(TnDbContext db, IConsultantPath path)
{
    private const int LongestAgenda = 200;

    /// <param name="heldOn">Today or later.</param>
    public Task<Outcome<JuryMeetingId>> OpenAsync(DateOnly heldOn, ActContext act, CancellationToken cancellationToken) =>
        OpenAsync(heldOn, null, act, cancellationToken);

    /// <param name="heldOn">Today or later.</param>
    /// <param name="agenda">Numbers of the files to examine; null for all that wait.</param>
    public async Task<Outcome<JuryMeetingId>> OpenAsync(DateOnly heldOn, IReadOnlyCollection<string>? agenda, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        if (heldOn < French.Day(act.At))
        {
            return new Refusal("certification.meeting-in-the-past");
        }

        return await db.InTransactionAsync(() => ConveneAsync(heldOn, agenda, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<JuryMeetingId>> ConveneAsync(DateOnly heldOn, IReadOnlyCollection<string>? agenda, ActContext act, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(cancellationToken);
        var files = agenda is null ? waiting : [.. waiting.Where(file => agenda.Contains(file.Number))];
        if (files.Count == 0)
        {
            return new Refusal(waiting.Count == 0 ? "certification.nothing-for-the-jury" : "certification.agenda-empty");
        }

        var meeting = new JuryMeeting { Id = new JuryMeetingId(Guid.CreateVersion7(act.At)), HeldOn = heldOn, OpenedBy = act.ActorName, OpenedAt = act.At };
        db.Add(meeting);
        db.AddRange(files.Select(file => JuryCase.Open(meeting.Id, file, act.At)));
        await db.SaveChangesAsync(cancellationToken);
        return meeting.Id;
    }

    /// <summary>Files that wait for the jury and stand on no agenda yet, oldest first.</summary>
    public async Task<IReadOnlyList<ConsultantFile>> WaitingAsync(CancellationToken cancellationToken)
    {
        var first = await path.InStateAsync(PathState.AwaitingJury, 0, LongestAgenda, cancellationToken);
        var renewals = await path.InStateAsync(PathState.RenewalAwaitingJury, 0, LongestAgenda, cancellationToken);
        var before = await db.Set<JuryCase>().AsNoTracking().Where(row => row.Status == JuryCaseStatus.Open).Select(row => row.Candidate).ToListAsync(cancellationToken);
        return [.. first.Concat(renewals).Where(file => !before.Contains(file.Person)).OrderBy(file => file.StateSince)];
    }
}
