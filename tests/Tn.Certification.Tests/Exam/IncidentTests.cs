using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Exam;

public class IncidentTests
{
    private static readonly DateTimeOffset Start = Clock.Monday;
    private static readonly ExamForm Form = FormAssembly.Assemble(Banks.Of(40), Blueprint.From(Neighbours.AllRules), new HashSet<string>(), seed: 1).Value;
    private static readonly ScoringRules Rules = ScoringRules.From(Neighbours.AllRules);

    [Property]
    public bool A_verdict_with_incidents_replays_to_the_same_bytes_through_storage(int seed, byte[] places)
    {
        var (answers, neutralised) = (Answers(seed), Versions(places));
        var written = Scoring.Verdict(Form, answers, Rules, neutralised).ToCanonicalJson();
        var replayed = Scoring.Verdict(ExamForm.FromJson(Form.ToJson()), answers.Reverse().ToDictionary(), Rules, neutralised.Reverse().ToHashSet(), Verdict.FromCanonicalJson(written).Scoring);
        return written == replayed.ToCanonicalJson() && Verdict.FromCanonicalJson(written).ToCanonicalJson() == written;
    }

    [Property]
    public bool Setting_an_item_aside_never_lowers_a_result(int seed, byte[] places, byte more)
    {
        var few = Versions(places);
        var before = Scoring.Verdict(Form, Answers(seed), Rules, few);
        var after = Scoring.Verdict(Form, Answers(seed), Rules, few.Append(Form.At(more % 40 + 1)!.VersionId).ToHashSet());
        return after.Points >= before.Points && (after.Passed || !before.Passed);
    }

    [Property]
    public bool A_verdict_of_the_first_method_is_replayed_by_the_first_method(int seed)
    {
        var now = Scoring.Verdict(Form, Answers(seed), Rules);
        var then = Scoring.Verdict(Form, Answers(seed), Rules, new HashSet<string>(), version: 1);
        return then.Scoring == 1 && now.ToCanonicalJson() == (then with { Scoring = Scoring.Version }).ToCanonicalJson();
    }

    [Fact]
    public async Task A_neutralised_item_writes_a_second_verdict_beside_the_first_and_tells_why()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        var id = await SitAsync(workshop, Start, right: 27, incident: 40);
        var first = await workshop.SittingAsync(id);
        await SettleAsync(workshop, id, IncidentResolution.NeutraliseHere);

        var sitting = await ReadAsync(workshop, id);
        Assert.Equal([1, 2], sitting.Verdicts.OrderBy(verdict => verdict.Number).Select(verdict => verdict.Number));
        Assert.Equal(first.VerdictJson, sitting.Verdicts.Single(verdict => verdict.Number == 1).Json);
        var second = sitting.Verdicts.Single(verdict => verdict.Number == 2);
        Assert.Equal("Question 40 neutralisée : Deux réponses étaient justes.", second.Reason);
        Assert.Equal((28_000, true), (second.Read().Points, second.Read().Details.Single(score => score.Position == 40).Neutralised));
        Assert.Equal(SittingTrigger.Rescore, sitting.History.OrderBy(row => row.Ordinal).Last().Trigger);
        Assert.True(SittingHistoryRow.IsWhole(sitting, sitting.History));
    }

    [Fact]
    public async Task An_item_set_aside_everywhere_turns_a_published_failure_into_a_pass_and_moves_the_path()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamBlockPassPercent] = "0";
        var id = await SitAsync(workshop, Start, right: 27, incident: null);
        Assert.Equal((SittingStatus.Published, false), ((await workshop.SittingAsync(id)).Status, (await workshop.SittingAsync(id)).Passed));
        Assert.Equal(PathState.ExamRetake, workshop.Path_.Of(People.Candidate).State);

        await ReportAsync(workshop, id, 40, Workshop.Partner(Start.AddHours(2)));
        await SettleAsync(workshop, id, IncidentResolution.NeutraliseEverywhere);
        var sitting = await workshop.SittingAsync(id);
        Assert.Equal((SittingStatus.Published, true, 2), (sitting.Status, sitting.Passed, sitting.VerdictNumber));
        Assert.Equal(PathState.CaseStudy, workshop.Path_.Of(People.Candidate).State);
        Assert.Contains($"exam-rescored:{id}:2", workshop.Post.Letters.Keys);
    }

    [Fact]
    public async Task What_was_neutralised_counts_again_when_the_incident_is_reopened_unless_a_published_result_counts_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        var id = await SitAsync(workshop, Start, right: 30, incident: 40);
        var incident = await SettleAsync(workshop, id, IncidentResolution.NeutraliseEverywhere);
        var reopen = (int hours) => workshop.AskAsync<ReopenIncident, Outcome>(act => act.ReopenAsync(incident, Workshop.Partner(Start.AddHours(hours)), default));
        Assert.True((await reopen(3)).IsDone);
        var sitting = await ReadAsync(workshop, id);
        Assert.Equal((3, 30_000), (sitting.VerdictNumber, Verdict.FromCanonicalJson(sitting.VerdictJson!).Points));

        await SettleAsync(workshop, id, IncidentResolution.NeutraliseEverywhere);
        Assert.True((await workshop.AskAsync<DecideOnSitting, Outcome>(act => act.DecideAsync(id, SittingTrigger.Publish, "Lu.", Workshop.Partner(Start.AddHours(5)), default))).IsDone);
        Assert.Equal("exam.published-counts-it", (await reopen(6)).Refusal!.Code);
    }

    [Fact]
    public async Task Minutes_are_given_while_the_sitting_runs_and_no_later()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        var incident = await ReportAsync(workshop, id, null, Workshop.Candidate(Start.AddMinutes(1)));
        var settle = (DateTimeOffset at, int minutes) => workshop.AskAsync<SettleIncident, Outcome>(act => act.SettleAsync(incident, new Settlement(IncidentResolution.MoreMinutes, "Panne de courant.", minutes), Workshop.Partner(at), default));
        Assert.Equal("exam.minutes-range", (await settle(Start.AddMinutes(2), 241)).Refusal!.Code);
        Assert.Equal("certification.sitting-over", (await settle(Start.AddMinutes(61), 10)).Refusal!.Code);
        Assert.True((await settle(Start.AddMinutes(59), 10)).IsDone);
        Assert.Equal(Start.AddMinutes(70), (await workshop.SittingAsync(id)).EndsAt);
        Assert.Equal("exam.incident-settled", (await settle(Start.AddMinutes(60), 10)).Refusal!.Code);
    }

    [Fact]
    public async Task Cancelling_for_an_incident_gives_the_attempt_back()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        await ReportAsync(workshop, id, null, Workshop.Candidate(Start.AddMinutes(1)));
        await SettleAsync(workshop, id, IncidentResolution.CancelSitting);
        Assert.Equal(SittingStatus.Cancelled, (await workshop.SittingAsync(id)).Status);
        Assert.True((await workshop.StartAsync(Start.AddHours(5))).IsDone);
    }

    [Fact]
    public async Task Only_who_has_to_do_with_a_sitting_reports_on_it_and_a_candidate_accuses_nobody()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        var report = (IncidentReport what, ActContext act) => workshop.AskAsync<ReportIncident, Outcome<IncidentId>>(one => one.ReportAsync(id, what, act, default));
        var (mine, stranger) = (Workshop.Candidate(Start), People.Act(People.Private, Role.Consultant, Start));
        Assert.Equal("access.denied", (await report(new(IncidentKind.Technical, 1, "Panne."), stranger)).Refusal!.Code);
        Assert.Equal("access.denied", (await report(new(IncidentKind.Fraud, 1, "Mon voisin."), mine)).Refusal!.Code);
        Assert.Equal("exam.incident-item", (await report(new(IncidentKind.ItemContent, 41, "Ambiguë."), mine)).Refusal!.Code);
        Assert.Equal("exam.incident-text", (await report(new(IncidentKind.ItemContent, 40, new string('a', 2001)), mine)).Refusal!.Code);
        Assert.True((await report(new(IncidentKind.ItemContent, 40, "Ambiguë."), mine)).IsDone);
        await workshop.FinishAsync(id, Start.AddMinutes(3));
        Assert.True((await report(new(IncidentKind.ItemContent, 39, "Ambiguë aussi."), mine)).IsDone);
    }

    private static async Task<SittingId> SitAsync(Workshop workshop, DateTimeOffset at, int right, int? incident)
    {
        var id = (await workshop.StartAsync(at)).Value;
        await workshop.AnswerAllAsync(id, right, at.AddMinutes(30));
        if (incident is not null)
        {
            await ReportAsync(workshop, id, incident, Workshop.Candidate(at.AddMinutes(30)));
        }

        Assert.True((await workshop.FinishAsync(id, at.AddMinutes(31))).IsDone);
        return id;
    }

    private static async Task<IncidentId> ReportAsync(Workshop workshop, SittingId id, int? position, ActContext act)
    {
        var reported = await workshop.AskAsync<ReportIncident, Outcome<IncidentId>>(one => one.ReportAsync(id, new IncidentReport(IncidentKind.ItemContent, position, "Deux réponses me semblent justes."), act, default));
        return reported.Value;
    }

    private static async Task<IncidentId> SettleAsync(Workshop workshop, SittingId id, IncidentResolution resolution)
    {
        var incident = (await workshop.AskAsync<IncidentQueries, IReadOnlyList<Incident>>(queries => queries.OfAsync(id, default)))[0];
        var settled = await workshop.AskAsync<SettleIncident, Outcome>(act => act.SettleAsync(incident.Id, new Settlement(resolution, "Deux réponses étaient justes.", 10), Workshop.Partner(Start.AddHours(2)), default));
        Assert.True(settled.IsDone, settled.Refusal?.Code);
        return incident.Id;
    }

    private static Task<Sitting> ReadAsync(Workshop workshop, SittingId id) =>
        workshop.AskAsync<TnDbContext, Sitting>(db => db.Set<Sitting>().AsNoTracking().Include(row => row.History).Include(row => row.Verdicts).SingleAsync(row => row.Id == id));

    private static HashSet<string> Versions(byte[] places) => places.Select(place => Form.At(place % 40 + 1)!.VersionId).ToHashSet();

    private static Dictionary<int, ItemResponse> Answers(int seed)
    {
        var draw = new SeededDraw(seed);
        var kinds = new[] { ItemResponse.Chosen("a"), ItemResponse.Chosen("a"), ItemResponse.Chosen("b"), ItemResponse.Chosen("d"), ItemResponse.Unknown, null };
        return Form.Items.Select(item => (item.Position, Response: kinds[draw.Below(kinds.Length)]))
            .Where(one => one.Response is not null).ToDictionary(one => one.Position, one => one.Response!);
    }
}
