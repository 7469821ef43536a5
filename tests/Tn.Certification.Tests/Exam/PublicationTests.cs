using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Publication;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Exam;

public class PublicationTests
{
    private static readonly DateTimeOffset Start = Clock.Monday;

    [Fact]
    public async Task A_held_verdict_is_not_shown_told_or_followed_before_the_committee_publishes_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        var id = await SitAsync(workshop, right: 40);

        Assert.Equal((SittingStatus.Graded, true), await StateAsync(workshop, id));
        Assert.Equal(PathState.ExamOpen, workshop.Path_.Of(People.Candidate).State);
        Assert.Empty(workshop.Post.Letters);
        Assert.Equal("exam.result-awaited", (await workshop.StartAsync(Start.AddHours(3))).Refusal!.Code);

        await DecideAsync(workshop, id, SittingTrigger.Publish);
        Assert.Equal((SittingStatus.Published, true), await StateAsync(workshop, id));
        Assert.Equal(PathState.CaseStudy, workshop.Path_.Of(People.Candidate).State);
        Assert.Contains($"exam-result:{id}", workshop.Post.Letters.Keys);
    }

    [Fact]
    public async Task An_open_incident_holds_the_result_whoever_would_publish_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        await workshop.AnswerAllAsync(id, right: 40, Start.AddMinutes(5));
        var incident = await workshop.AskAsync<ReportIncident, Outcome<IncidentId>>(act => act.ReportAsync(id, new IncidentReport(IncidentKind.Technical, null, "L’image ne s’affiche pas."), Workshop.Candidate(Start.AddMinutes(6)), default));
        await workshop.FinishAsync(id, Start.AddMinutes(7));

        Assert.Equal(SittingStatus.Graded, (await workshop.SittingAsync(id)).Status);
        Assert.Equal("exam.incident-open", (await TryAsync(workshop, id, SittingTrigger.Publish)).Refusal!.Code);
        Assert.True((await workshop.AskAsync<SettleIncident, Outcome>(act => act.SettleAsync(incident.Value, new Settlement(IncidentResolution.Nothing, "Aucune question ne portait sur l’image."), Workshop.Partner(Start.AddHours(1)), default))).IsDone);
        await DecideAsync(workshop, id, SittingTrigger.Publish);
    }

    [Fact]
    public async Task Every_decision_and_its_inverse_leave_a_chained_history_and_a_letter()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop, right: 40);
        var decisions = new[]
        {
            (SittingTrigger.Unpublish, SittingStatus.Graded, PathState.ExamOpen),
            (SittingTrigger.Reject, SittingStatus.Rejected, PathState.ExamRetake),
            (SittingTrigger.Unreject, SittingStatus.Graded, PathState.ExamOpen),
            (SittingTrigger.Cancel, SittingStatus.Cancelled, PathState.ExamOpen),
            (SittingTrigger.Uncancel, SittingStatus.Graded, PathState.ExamOpen),
            (SittingTrigger.Publish, SittingStatus.Published, PathState.CaseStudy),
        };
        foreach (var (decision, status, state) in decisions)
        {
            await DecideAsync(workshop, id, decision);
            Assert.Equal((decision, status, state), (decision, (await workshop.SittingAsync(id)).Status, workshop.Path_.Of(People.Candidate).State));
        }

        var sitting = await workshop.AskAsync<TnDbContext, Sitting>(db => db.Set<Sitting>().AsNoTracking().Include(row => row.History).Include(row => row.Verdicts).SingleAsync(row => row.Id == id));
        Assert.True(SittingHistoryRow.IsWhole(sitting, sitting.History));
        Assert.False(SittingHistoryRow.IsWhole(sitting, sitting.History.Where(row => row.Ordinal != sitting.HistoryLength)));
        // Graded twice, on the same answers: one verdict, to the byte.
        Assert.Equal(sitting.VerdictJson, Assert.Single(sitting.Verdicts).Json);
        Assert.Equal(7, workshop.Post.Letters.Count);
    }

    [Fact]
    public async Task A_cancelled_sitting_gives_the_attempt_back_at_once()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        workshop.Neighbours.Decided[RuleKeys.ExamAttemptsPerYear] = "1";
        var id = await SitAsync(workshop, right: 0);
        await DecideAsync(workshop, id, SittingTrigger.Cancel);
        var again = await workshop.StartAsync(Start.AddDays(1));
        Assert.True(again.IsDone, again.Refusal?.Code);
        Assert.Equal("exam.later-sitting", (await TryAsync(workshop, id, SittingTrigger.Uncancel)).Refusal!.Code);
    }

    [Fact]
    public async Task A_sitting_set_aside_for_fraud_uses_the_attempt()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        var id = await SitAsync(workshop, right: 40);
        await DecideAsync(workshop, id, SittingTrigger.Reject);
        Assert.Equal("certification.retake-later", (await workshop.StartAsync(Start.AddDays(1))).Refusal!.Code);
    }

    [Fact]
    public async Task A_result_is_not_taken_back_once_the_jury_has_decided()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop, right: 40);
        CaseStudyIsDone(workshop);
        await workshop.CertifyAsync(Start.AddDays(3));
        Assert.Equal("exam.path-gone-on", (await TryAsync(workshop, id, SittingTrigger.Unpublish)).Refusal!.Code);
    }

    [Fact]
    public async Task A_case_on_the_agenda_cannot_be_decided_while_the_result_is_taken_back()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop, right: 40);
        CaseStudyIsDone(workshop);
        var one = await workshop.OpenCaseAsync(Start.AddDays(1));
        await DecideAsync(workshop, id, SittingTrigger.Unpublish);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            await workshop.VoteAsync(one.Id, member, JuryChoice.Certify, Start.AddDays(2));
        }

        Assert.Equal(JuryCaseStatus.Open, (await workshop.CaseAsync(one.Id)).Status);
    }

    [Theory]
    [InlineData(SittingTrigger.Publish)]
    [InlineData(SittingTrigger.Uncancel)]
    [InlineData(SittingTrigger.Reject)]
    public async Task A_decision_that_does_not_fit_or_has_no_reason_or_no_right_is_refused(object decision)
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await SitAsync(workshop, right: 40);
        Assert.Equal("exam.move-not-allowed", (await TryAsync(workshop, id, (SittingTrigger)decision)).Refusal!.Code);
        Assert.Equal("exam.reason-missing", (await TryAsync(workshop, id, (SittingTrigger)decision, " ")).Refusal!.Code);
        var stranger = await workshop.AskAsync<DecideOnSitting, Outcome>(act => act.DecideAsync(id, (SittingTrigger)decision, "Motif.", Workshop.Candidate(Start), default));
        Assert.Equal("access.denied", stranger.Refusal!.Code);
    }

    [Theory]
    [InlineData("automatique", false, false, Hold.None)]
    [InlineData("retenue", false, false, Hold.Rule)]
    [InlineData("automatique", true, true, Hold.Incident)]
    [InlineData("automatique", false, true, Hold.Session)]
    public void A_rule_an_incident_or_a_session_holds_the_result(string rule, bool incident, bool session, object hold) =>
        Assert.Equal((Hold)hold, PublicationRule.HoldOf(rule, incident, session));

    private static void CaseStudyIsDone(Workshop workshop) => workshop.Path_.Put(People.FileOf(PathState.AwaitingJury));

    private static async Task<SittingId> SitAsync(Workshop workshop, int right)
    {
        var id = (await workshop.StartAsync(Start)).Value;
        await workshop.AnswerAllAsync(id, right, Start.AddMinutes(30));
        Assert.True((await workshop.FinishAsync(id, Start.AddMinutes(31))).IsDone);
        return id;
    }

    private static async Task<(SittingStatus, bool?)> StateAsync(Workshop workshop, SittingId id)
    {
        var sitting = await workshop.SittingAsync(id);
        return (sitting.Status, sitting.Passed);
    }

    private static async Task DecideAsync(Workshop workshop, SittingId id, SittingTrigger decision)
    {
        var done = await TryAsync(workshop, id, decision);
        Assert.True(done.IsDone, $"{decision}: {done.Refusal?.Code}");
    }

    private static Task<Outcome> TryAsync(Workshop workshop, SittingId id, SittingTrigger decision, string reason = "Motif de la décision.") =>
        workshop.AskAsync<DecideOnSitting, Outcome>(act => act.DecideAsync(id, decision, reason, Workshop.Partner(Start.AddHours(2)), default));
}
