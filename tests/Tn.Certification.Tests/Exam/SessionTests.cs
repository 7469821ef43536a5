using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Sessions;

namespace Tn.Certification.Tests.Exam;

public class SessionTests
{
    private static readonly DateTimeOffset Start = Clock.Monday;

    [Fact]
    public async Task A_candidate_expected_in_a_room_starts_there_with_the_code_once_present()
    {
        await using var workshop = await Workshop.OpenAsync();
        var session = await PlanAsync(workshop, French.Day(Start).AddDays(1));
        var (eve, day) = (await StartAsync(workshop, session.AccessCode, Start), Start.AddDays(1));
        Assert.Equal("exam.session-expected", eve.Refusal!.Code);
        Assert.Equal("exam.access-code", (await StartAsync(workshop, "FAUX42", day)).Refusal!.Code);
        Assert.Equal("exam.not-present", (await StartAsync(workshop, session.AccessCode, day)).Refusal!.Code);

        Assert.Equal("exam.session-another-day", (await MarkAsync(workshop, session, Invigilator(Start))).Refusal!.Code);
        Assert.Equal("access.denied", (await MarkAsync(workshop, session, Workshop.Candidate(day))).Refusal!.Code);
        Assert.True((await MarkAsync(workshop, session, Invigilator(day))).IsDone);
        var typed = $" {session.AccessCode[..3].ToLowerInvariant()} {session.AccessCode[3..]}";
        var started = await StartAsync(workshop, typed, day);
        Assert.True(started.IsDone, started.Refusal?.Code);
        Assert.Equal(session.Id, (await workshop.SittingAsync(started.Value)).Session);
        Assert.DoesNotContain(workshop.Post.Letters.Values, letter => letter.Paragraphs.Any(text => text.Contains(session.AccessCode, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pause_stops_the_clock_and_pushes_the_end_by_as_much()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop);
        Assert.True((await PauseAsync(workshop, id, Start.AddMinutes(20))).IsDone);
        Assert.Equal("exam.sitting-paused", (await workshop.AnswerAsync(id, 1, ItemResponse.Chosen("a"), Start.AddMinutes(21))).Refusal!.Code);
        Assert.Equal("exam.sitting-paused", (await workshop.FinishAsync(id, Start.AddMinutes(21))).Refusal!.Code);
        Assert.Equal("certification.sitting-already-open", (await StartAsync(workshop, null, Start.AddMinutes(22))).Refusal!.Code);

        // The site is down, then up again: what is left is what was left.
        Assert.Equal(TimeSpan.FromMinutes(40), (await workshop.SittingAsync(id)).LeftAt(Start.AddMinutes(37)));
        Assert.True((await ResumeAsync(workshop, id, Start.AddMinutes(37))).IsDone);
        var sitting = await workshop.SittingAsync(id);
        Assert.Equal((Start.AddMinutes(77), TimeSpan.FromMinutes(40)), (sitting.EndsAt, sitting.LeftAt(Start.AddMinutes(37))));
        Assert.True((await workshop.AnswerAsync(id, 1, ItemResponse.Chosen("a"), Start.AddMinutes(77).AddTicks(-1))).IsDone);
        Assert.Equal("certification.sitting-over", (await workshop.AnswerAsync(id, 1, ItemResponse.Chosen("a"), Start.AddMinutes(77))).Refusal!.Code);
    }

    [Fact]
    public async Task A_forgotten_pause_ends_by_itself_at_the_longest_the_rule_allows()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop);
        await PauseAsync(workshop, id, Start.AddMinutes(20));
        await SweepAsync(workshop, Start.AddMinutes(79));
        Assert.Equal(SittingStatus.Paused, (await workshop.SittingAsync(id)).Status);
        await SweepAsync(workshop, Start.AddMinutes(80));
        var sitting = await workshop.SittingAsync(id);
        Assert.Equal((SittingStatus.Open, Start.AddMinutes(120)), (sitting.Status, sitting.EndsAt));
        await SweepAsync(workshop, Start.AddMinutes(120));
        Assert.Equal(SittingStatus.Graded, (await workshop.SittingAsync(id)).Status);
    }

    [Fact]
    public async Task Only_the_sessions_invigilator_and_the_desk_touch_its_clocks()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop);
        foreach (var stranger in new[] { Workshop.Candidate(Start.AddMinutes(5)), People.Act(People.Private, Role.Advisor, Start.AddMinutes(5)) })
        {
            var refused = await workshop.AskAsync<PauseSitting, Outcome>(act => act.PauseAsync(id, "Pour voir.", stranger, default));
            Assert.Equal("access.denied", refused.Refusal!.Code);
        }

        var desk = await workshop.AskAsync<PauseSitting, Outcome>(act => act.ExtendAsync(id, 10, "Changement de poste.", Workshop.Partner(Start.AddMinutes(5)), default));
        Assert.True(desk.IsDone);
        Assert.Equal(Start.AddMinutes(70), (await workshop.SittingAsync(id)).EndsAt);
    }

    [Fact]
    public async Task The_room_shows_progress_and_incidents_and_a_result_that_waits_for_the_committee()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop);
        await workshop.AnswerAllAsync(id, right: 40, Start.AddMinutes(5));
        var told = await workshop.AskAsync<ReportIncident, Outcome<IncidentId>>(act => act.ReportAsync(id, new IncidentReport(IncidentKind.Fraud, null, "Téléphone sorti."), Invigilator(Start.AddMinutes(6)), default));
        var session = (await workshop.SittingAsync(id)).Session!.Value;
        var live = Assert.Single(await workshop.AskAsync<SessionQueries, IReadOnlyList<LiveSeat>>(queries => queries.LiveAsync(session, default)));
        Assert.Equal((40, 1, SittingStatus.Open), (live.Answered, live.OpenIncidents, live.Sitting!.Status));

        await workshop.AskAsync<SettleIncident, Outcome>(act => act.SettleAsync(told.Value, new Settlement(IncidentResolution.Nothing, "Vu avec le candidat."), Workshop.Partner(Start.AddMinutes(7)), default));
        await workshop.FinishAsync(id, Start.AddMinutes(8));
        Assert.Equal(SittingStatus.Graded, (await workshop.SittingAsync(id)).Status);
        Assert.Equal(PathState.ExamOpen, workshop.Path_.Of(People.Candidate).State);
    }

    [Theory]
    [InlineData(-1, "surveillante@demo.test", "C-2026-0012", "exam.session-in-the-past")]
    [InlineData(1, "personne@demo.test", "C-2026-0012", "exam.no-such-invigilator")]
    [InlineData(1, "surveillante@demo.test", " ", "exam.session-candidates")]
    [InlineData(1, "surveillante@demo.test", "C-2026-0012 C-2026-9999", "exam.session-candidate")]
    [InlineData(1, "zoe@demo.test", "C-2026-0012", "exam.session-candidate")]
    public async Task A_session_that_cannot_be_held_is_refused(int days, string invigilator, string numbers, string code)
    {
        await using var workshop = await Workshop.OpenAsync();
        var planned = await workshop.AskAsync<PlanSession, Outcome<ExamSessionId>>(act => act.PlanAsync(new SessionPlan(French.Day(Start).AddDays(days), "14 h, salle 2", invigilator, numbers), Workshop.Partner(Start), default));
        Assert.Equal(code, planned.Refusal!.Code);
    }

    private static async Task<SittingId> SitAsync(Workshop workshop)
    {
        var session = await PlanAsync(workshop, French.Day(Start));
        await MarkAsync(workshop, session, Invigilator(Start));
        return (await StartAsync(workshop, session.AccessCode, Start)).Value;
    }

    private static async Task<ExamSession> PlanAsync(Workshop workshop, DateOnly day)
    {
        var id = await workshop.AskAsync<PlanSession, Outcome<ExamSessionId>>(act => act.PlanAsync(new SessionPlan(day, "14 h, salle 2", "surveillante@demo.test", "C-2026-0012"), Workshop.Partner(Start), default));
        return (await workshop.AskAsync<SessionQueries, ExamSession?>(queries => queries.FindAsync(id.Value, default)))!;
    }

    private static Task<Outcome<SittingId>> StartAsync(Workshop workshop, string? code, DateTimeOffset at) =>
        workshop.AskAsync<StartSitting, Outcome<SittingId>>(act => act.StartAsync(7, code, Workshop.Candidate(at), default));

    private static Task<Outcome> MarkAsync(Workshop workshop, ExamSession session, ActContext by) =>
        workshop.AskAsync<MarkPresence, Outcome>(act => act.MarkAsync(session.Id, People.Candidate, present: true, by, default));

    private static Task<Outcome> PauseAsync(Workshop workshop, SittingId id, DateTimeOffset at) =>
        workshop.AskAsync<PauseSitting, Outcome>(act => act.PauseAsync(id, "Alarme incendie.", Invigilator(at), default));

    private static Task<Outcome> ResumeAsync(Workshop workshop, SittingId id, DateTimeOffset at) =>
        workshop.AskAsync<PauseSitting, Outcome>(act => act.ResumeAsync(id, null, Invigilator(at), default));

    private static Task<bool> SweepAsync(Workshop workshop, DateTimeOffset at)
    {
        workshop.Time.SetUtcNow(at);
        return workshop.DoAsync(async scope =>
        {
            await scope.GetRequiredService<ExamSweep>().RunAsync(CancellationToken.None);
            return true;
        });
    }

    private static ActContext Invigilator(DateTimeOffset at) => People.Act(People.Invigilator, Role.CentresMember, at);
}
