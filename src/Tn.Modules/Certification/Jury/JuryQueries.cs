using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>A meeting in the list.</summary>
internal sealed record MeetingLine(JuryMeetingId Id, DateOnly HeldOn, int Open, int Decided);

/// <summary>A case that waits, with the day by which the jury should decide.</summary>
internal sealed record WaitingCase(JuryCase Case, JuryMeetingId Meeting, DateOnly HeldOn, bool Voted);

/// <summary>What the jury's pages read.</summary>
internal sealed class JuryQueries(TnDbContext db)
{
    /// <summary>Meetings, newest first.</summary>
    public async Task<IReadOnlyList<MeetingLine>> MeetingsAsync(CancellationToken cancellationToken) =>
        await db.Set<JuryMeeting>().AsNoTracking()
            .OrderByDescending(row => row.HeldOn)
            .Take(50)
            .Select(row => new MeetingLine(
                row.Id,
                row.HeldOn,
                db.Set<JuryCase>().Count(one => one.Meeting == row.Id && one.Status == JuryCaseStatus.Open),
                db.Set<JuryCase>().Count(one => one.Meeting == row.Id && one.Status == JuryCaseStatus.Decided)))
            .ToListAsync(cancellationToken);

    /// <summary>Open cases, oldest file first, with whether <paramref name="member"/> has voted.</summary>
    public async Task<IReadOnlyList<WaitingCase>> WaitingAsync(PersonId member, CancellationToken cancellationToken)
    {
        var open = await (from one in db.Set<JuryCase>().AsNoTracking()
                          join meeting in db.Set<JuryMeeting>().AsNoTracking() on one.Meeting equals meeting.Id
                          where one.Status == JuryCaseStatus.Open
                          select new { one, meeting.HeldOn, Voted = db.Set<JuryVote>().Any(vote => vote.Case == one.Id && vote.Member == member) })
            .ToListAsync(cancellationToken);
        return [.. open.Select(row => new WaitingCase(row.one, row.one.Meeting, row.HeldOn, row.Voted)).OrderBy(row => row.Case.File.StateSince)];
    }

    public Task<JuryMeeting?> MeetingAsync(JuryMeetingId id, CancellationToken cancellationToken) =>
        db.Set<JuryMeeting>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>A meeting's cases, oldest file first.</summary>
    public async Task<IReadOnlyList<JuryCase>> CasesAsync(JuryMeetingId meeting, CancellationToken cancellationToken) =>
        [.. (await db.Set<JuryCase>().AsNoTracking().Where(row => row.Meeting == meeting).ToListAsync(cancellationToken)).OrderBy(row => row.File.StateSince)];
}
