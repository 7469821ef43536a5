using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Jury;
using Tn.Certification.Verification;
using Tn.Platform.Data;
using UglyToad.PdfPig;

namespace Tn.Certification.Tests.Jury;

public class MeetingTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task Only_the_chosen_files_stand_on_the_agenda_and_the_others_wait()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var other = new PersonId(new Guid(9, 1, 0, new byte[8]));
        workshop.Path_.Put(People.FileOf(PathState.AwaitingJury, other) with { Number = "C-2026-0099" });
        Assert.Equal("certification.agenda-empty", (await OpenAsync(workshop, [])).Refusal!.Code);
        var meeting = await OpenAsync(workshop, ["C-2026-0099"]);
        var cases = await workshop.DoAsync(scope => scope.GetRequiredService<JuryQueries>().CasesAsync(meeting.Value, default));
        Assert.Equal(other, Assert.Single(cases).Candidate);
        Assert.Equal(People.Candidate, Assert.Single(await workshop.DoAsync(scope => scope.GetRequiredService<OpenMeeting>().WaitingAsync(default))).Person);
    }

    [Fact]
    public async Task Presence_names_members_of_that_day_until_the_decisions_are_given()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        Assert.True((await RecordAsync(workshop, one.Meeting, [People.Public, People.Candidate])).IsDone);
        Assert.Equal("Anne Public", Assert.Single((await MeetingAsync(workshop, one.Meeting)).Attendances).Name);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            await workshop.VoteAsync(one.Id, member, JuryChoice.Defer, Day);
        }

        Assert.Equal("certification.meeting-over", (await RecordAsync(workshop, one.Meeting, [])).Refusal!.Code);
    }

    [Fact]
    public async Task The_minutes_on_paper_say_who_decided_what_and_why_over_several_pages()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        var ballot = new Ballot(JuryChoice.Defer, string.Concat(Enumerable.Repeat("Une raison longue et motivée. ", 130)), "Une mission de plus.", French.Day(Day).AddDays(60));
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            await workshop.DoAsync(scope => scope.GetRequiredService<CastVote>().VoteAsync(one.Id, ballot, People.Act(member, Role.JuryMember, Day), default));
        }

        var bytes = await workshop.DoAsync(async scope => MinutesSheet.Draw(
            (await scope.GetRequiredService<JuryQueries>().MeetingAsync(one.Meeting, default))!,
            await scope.GetRequiredService<JuryQueries>().CasesAsync(one.Meeting, default),
            scope.GetRequiredService<SiteAddress>(),
            Day));
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(' ', pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
        Assert.True(pdf.NumberOfPages > 1);
        foreach (var words in new[] { "procès-verbal", "Ajourné", "Anne Public", "collège privé", "Une mission de plus.", "C-2026-0012" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.All(pdf.GetPages(), page => Assert.All(page.GetWords(), word => Assert.InRange(word.BoundingBox.Bottom, 20, 842)));
    }

    private static Task<Outcome<JuryMeetingId>> OpenAsync(Workshop workshop, IReadOnlyCollection<string> agenda) =>
        workshop.DoAsync(scope => scope.GetRequiredService<OpenMeeting>().OpenAsync(French.Day(Day), agenda, People.Act(People.Partner, Role.PartnersMember, Day), default));

    private static Task<Outcome> RecordAsync(Workshop workshop, JuryMeetingId id, IReadOnlyCollection<PersonId> present) =>
        workshop.DoAsync(scope => scope.GetRequiredService<RecordPresence>().RecordAsync(id, present, People.Act(People.Partner, Role.PartnersMember, Day), default));

    private static Task<JuryMeeting> MeetingAsync(Workshop workshop, JuryMeetingId id) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<JuryMeeting>().AsNoTracking().SingleAsync(row => row.Id == id));
}
