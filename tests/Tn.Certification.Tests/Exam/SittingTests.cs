using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Exam;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Certification.Tests.Exam;

public class SittingTests
{
    private static readonly DateTimeOffset Start = Clock.Monday;

    [Fact]
    public async Task A_good_sitting_passes_and_goes_to_the_jury()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        await workshop.AnswerAllAsync(id, right: 40, Start.AddMinutes(30));
        Assert.True((await workshop.FinishAsync(id, Start.AddMinutes(31))).IsDone);

        var sitting = await workshop.SittingAsync(id);
        Assert.Equal((SittingStatus.Published, true), (sitting.Status, sitting.Passed));
        Assert.Equal(PathState.CaseStudy, workshop.Path_.Of(People.Candidate).State);
        Assert.Contains($"exam-result:{id}", workshop.Post.Letters.Keys);
        Assert.Equal(1, await EventsAsync(workshop, "certification.exam-graded"));
    }

    [Fact]
    public async Task The_verdict_replays_from_the_rows_to_the_bytes_that_were_hashed()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        await workshop.AnswerAllAsync(id, right: 33, Start.AddMinutes(30));
        await workshop.AnswerAsync(id, 40, ItemResponse.Unknown, Start.AddMinutes(31));
        await workshop.FinishAsync(id, Start.AddMinutes(32));

        var sitting = await workshop.SittingAsync(id);
        var answers = await workshop.DoAsync(scope => scope.GetRequiredService<ExamQueries>().AnswersAsync(id, CancellationToken.None));
        var replayed = Scoring.Verdict(sitting.Form(), answers, sitting.Rules).ToCanonicalJson();
        Assert.Equal(sitting.VerdictJson, replayed);
        Assert.Equal(sitting.VerdictHash, Verdict.HashOf(replayed));
    }

    [Fact]
    public async Task An_answer_after_the_end_is_refused_and_what_was_kept_counts()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        Assert.True((await workshop.AnswerAsync(id, 1, ItemResponse.Chosen("a"), Start.AddMinutes(60).AddTicks(-1))).IsDone);
        var late = await workshop.AnswerAsync(id, 2, ItemResponse.Chosen("a"), Start.AddMinutes(60));
        Assert.Equal("certification.sitting-over", late.Refusal!.Code);

        workshop.Time.SetUtcNow(Start.AddMinutes(61));
        await workshop.DoAsync(async scope =>
        {
            await scope.GetRequiredService<ExamSweep>().RunAsync(CancellationToken.None);
            return true;
        });
        var sitting = await workshop.SittingAsync(id);
        Assert.Equal((SittingStatus.Published, false, Start.AddMinutes(60)), (sitting.Status, sitting.Passed, sitting.ClosedAt));
        Assert.Equal(1000, Verdict.FromCanonicalJson(sitting.VerdictJson!).Points);
        Assert.Equal(PathState.ExamRetake, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Extra_time_moves_the_end()
    {
        await using var workshop = await Workshop.OpenAsync();
        await workshop.DoAsync(scope => scope.GetRequiredService<GrantExtraTime>().GrantAsync(People.Candidate, 33, People.Act(People.Partner, Role.PartnersMember, Start), CancellationToken.None));
        var sitting = await workshop.SittingAsync((await workshop.StartAsync(Start)).Value);
        Assert.Equal(TimeSpan.FromMinutes(60 * 1.33), sitting.EndsAt - sitting.StartedAt);
    }

    [Fact]
    public async Task Twenty_starts_at_once_open_one_sitting()
    {
        await using var workshop = await Workshop.OpenAsync();
        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(seed => workshop.StartAsync(Start, seed)));
        Assert.Single(starts, start => start.IsDone);
        Assert.All(starts.Where(start => !start.IsDone), start => Assert.Equal("certification.sitting-already-open", start.Refusal!.Code));
    }

    [Fact]
    public async Task Ending_and_answering_at_once_grades_every_acknowledged_answer()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        var answers = Enumerable.Range(1, 40).Select(async position => (await workshop.AnswerAsync(id, position, ItemResponse.Chosen("a"), Start.AddMinutes(5))).IsDone ? 1 : 0).ToList();
        await workshop.FinishAsync(id, Start.AddMinutes(5));
        var acknowledged = (await Task.WhenAll(answers)).Sum();
        var sitting = await workshop.SittingAsync(id);
        Assert.Equal(acknowledged * 1000, Verdict.FromCanonicalJson(sitting.VerdictJson!).Points);
    }

    [Fact]
    public async Task Somebody_elses_sitting_takes_no_answer_from_me()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        var stranger = People.Act(People.Private, Role.Consultant, Start);
        var answer = await workshop.DoAsync(scope => scope.GetRequiredService<SaveAnswers>().SaveAsync(id, 1, ItemResponse.Chosen("a"), stranger, CancellationToken.None));
        var finish = await workshop.DoAsync(scope => scope.GetRequiredService<FinishSitting>().FinishAsync(id, stranger, CancellationToken.None));
        Assert.Equal(("access.denied", "access.denied"), (answer.Refusal!.Code, finish.Refusal!.Code));
    }

    [Theory]
    [InlineData("z")]
    [InlineData("a,b")]
    [InlineData("a,a")]
    public async Task An_answer_that_does_not_fit_the_item_is_refused(string choices)
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Start)).Value;
        var refused = await workshop.AnswerAsync(id, 1, ItemResponse.Chosen(choices.Split(',')), Start);
        Assert.Equal("certification.answer-not-understood", refused.Refusal!.Code);
    }

    [Fact]
    public async Task A_retake_waits_fifteen_days_then_shows_only_new_items()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await FailAsync(workshop, Start);
        Assert.Equal("certification.retake-later", (await workshop.StartAsync(Start.AddDays(14))).Refusal!.Code);

        var second = (await workshop.StartAsync(Start.AddDays(15))).Value;
        var (before, after) = ((await workshop.SittingAsync(first)).Form(), (await workshop.SittingAsync(second)).Form());
        Assert.Empty(before.Items.Select(item => item.ItemId).Intersect(after.Items.Select(item => item.ItemId)));
    }

    [Fact]
    public async Task A_fourth_attempt_in_a_year_is_refused_with_the_date_of_the_next()
    {
        await using var workshop = await Workshop.OpenAsync();
        foreach (var day in new[] { 0, 20, 40 })
        {
            await FailAsync(workshop, Start.AddDays(day));
        }

        var refusal = (await workshop.StartAsync(Start.AddDays(60))).Refusal!;
        Assert.Equal(("certification.no-attempt-left", "mercredi 24 novembre 2027"), (refusal.Code, refusal.Values["date"]));
    }

    private static async Task<SittingId> FailAsync(Workshop workshop, DateTimeOffset at)
    {
        var id = (await workshop.StartAsync(at)).Value;
        await workshop.AnswerAllAsync(id, right: 5, at.AddMinutes(5));
        await workshop.FinishAsync(id, at.AddMinutes(6));
        return id;
    }

    private static Task<int> EventsAsync(Workshop workshop, string name) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<OutboxMessage>().CountAsync(row => row.Name == name));
}
