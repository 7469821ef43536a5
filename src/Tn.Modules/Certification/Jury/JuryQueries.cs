using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>A meeting in the list.</summary>
internal sealed record MeetingLine(JuryMeetingId Id, DateOnly HeldOn, int Open, int Decided);

/// <summary>A case that waits, as one member sees it.</summary>
internal sealed record WaitingCase(JuryCase Case, DateOnly HeldOn, bool Voted, bool Recused);

/// <summary>What the jury's pages read.</summary>
internal sealed class JuryQueries(TnDbContext db, ICommitteeRoster roster)
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

    /// <summary>Open cases, oldest file first, with what <paramref name="member"/> has done of each.</summary>
    public async Task<IReadOnlyList<WaitingCase>> WaitingAsync(PersonId member, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var me = (await roster.MembersAsync(CommitteeKind.Jury, French.Day(at), cancellationToken)).FirstOrDefault(one => one.Person == member);
        var open = await (from one in db.Set<JuryCase>().AsNoTracking()
                          join meeting in db.Set<JuryMeeting>().AsNoTracking() on one.Meeting equals meeting.Id
                          where one.Status == JuryCaseStatus.Open
                          select new
                          {
                              Case = one,
                              meeting.HeldOn,
                              Voted = db.Set<JuryVote>().Any(vote => vote.Case == one.Id && vote.Member == member),
                              StoodAside = db.Set<DeclaredRecusal>().Any(row => row.Case == one.Id && row.Member == member),
                          })
            .ToListAsync(cancellationToken);
        return [.. open
            .Select(row => new WaitingCase(row.Case, row.HeldOn, row.Voted, row.StoodAside || (me is not null && Recusals.TieBetween(me, row.Case.File) is not null)))
            .OrderBy(row => row.Case.File.StateSince)];
    }

    /// <summary>The certificate that a decision made, or null.</summary>
    public Task<Certificate?> CertificateOfAsync(JuryCaseId id, CancellationToken cancellationToken) =>
        db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(row => row.DecidedBy == id.Value, cancellationToken);

    /// <summary>The case decided last for a candidate, up to an instant; or null.</summary>
    public Task<JuryCase?> LastDecidedAsync(PersonId candidate, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // The path keeps microseconds, and moves with the decision.
        var limit = until.AddMinutes(1);
        return db.Set<JuryCase>().AsNoTracking()
            .Where(row => row.Candidate == candidate && row.Status == JuryCaseStatus.Decided && row.DecidedAt <= limit)
            .OrderByDescending(row => row.DecidedAt).FirstOrDefaultAsync(cancellationToken);
    }

    public Task<JuryMeeting?> MeetingAsync(JuryMeetingId id, CancellationToken cancellationToken) =>
        db.Set<JuryMeeting>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>A meeting's cases, oldest file first.</summary>
    public async Task<IReadOnlyList<JuryCase>> CasesAsync(JuryMeetingId meeting, CancellationToken cancellationToken) =>
        [.. (await db.Set<JuryCase>().AsNoTracking().Where(row => row.Meeting == meeting).ToListAsync(cancellationToken)).OrderBy(row => row.File.StateSince)];
}
