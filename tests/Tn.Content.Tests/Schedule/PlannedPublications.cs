using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Publish;
using Tn.Content.Review.Schedule;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Vote;
using Tn.Content.Review.Withdraw;

namespace Tn.Content.Tests.Schedule;

public sealed class PlannedPublications
{
    private const string Tomorrow = "2026-11-24T09:30";
    private static readonly DateTimeOffset TomorrowUtc = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_approved_before_its_time_is_published_at_its_minute_and_not_before()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        await PlanAsync(site, submission);

        await site.ApproveAllAsync();
        Assert.Equal(ReviewState.Approved, (await ReadAsync(site, submission)).State);
        await SweepAsync(site, TomorrowUtc.AddMinutes(-1));
        Assert.Equal(ReviewState.Approved, (await ReadAsync(site, submission)).State);
        await SweepAsync(site, TomorrowUtc);

        Assert.Equal(ReviewState.Published, (await ReadAsync(site, submission)).State);
        Assert.Equal(ScheduleState.Done, (await OnlyAsync(site)).State);
        Assert.DoesNotContain(site.Letters.All, one => one.Letter.ActionPath!.StartsWith("/admin/programmation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_approved_after_its_time_is_published_by_the_vote()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        await PlanAsync(site, submission);

        await SweepAsync(site, TomorrowUtc);
        Assert.Equal((ScheduleState.Waiting, "content.schedule-overdue"), ((await OnlyAsync(site)).State, (await OnlyAsync(site)).Reason!.Code));
        await SweepAsync(site, TomorrowUtc.AddMinutes(1));
        Assert.Equal(site.People.EditorInChief.Id, Assert.Single(site.Letters.All, one => one.Letter.ActionPath!.StartsWith("/admin/programmation", StringComparison.Ordinal)).To);
        Assert.False(await IsPublicAsync(site, submission));

        await VoteAsync(site, submission, TomorrowUtc.AddHours(1));
        Assert.True(await IsPublicAsync(site, submission));
        await SweepAsync(site, TomorrowUtc.AddHours(2));
        var done = await OnlyAsync(site);
        Assert.Equal((ScheduleState.Done, "Déjà publié"), (done.State, done.History[^1].Said));
    }

    [Fact]
    public async Task Sweeping_many_times_at_once_publishes_once()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        await PlanAsync(site, submission);
        await site.ApproveAllAsync();
        site.Clock.Now = TomorrowUtc;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SweepAsync(site, TomorrowUtc)));

        Assert.Equal(2, (await OnlyAsync(site)).History.Count);
        Assert.Single((await ReadAsync(site, submission)).History, step => step.Trigger == ReviewTrigger.Publish);
        Assert.Equal(1, await site.ReadAsync(db => db.Set<PublishedEdition>().CountAsync()));
    }

    [Fact]
    public async Task What_the_gate_refuses_stays_unpublished_and_its_planner_is_told_why()
    {
        await using var site = await ContentSite.OpenAsync();
        // A course without its lessons: approved alone, it cannot be published.
        await site.InstallAsync(APackage.OfACourse());
        var lesson = await site.LatestAsync("premiere");
        await site.ReadAsync(db => db.Set<ReviewSubmission>().ExecuteDeleteAsync());
        await site.ReadAsync(db => db.Set<ContentVersion>().Where(row => row.ContentType == ContentTypes.Lesson).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedUtc, ContentSite.Now)));
        var alone = (await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(lesson.ContainerId!, Cast.As(site.People.Author), default))).Value;
        await PlanAsync(site, alone);
        await site.ApproveAllAsync();

        await SweepAsync(site, TomorrowUtc);

        var refused = await OnlyAsync(site);
        Assert.Equal((ScheduleState.Refused, "content.lesson-missing"), (refused.State, refused.Reason!.Code));
        Assert.Equal(ReviewState.Approved, (await ReadAsync(site, alone)).State);
        var told = Assert.Single(site.Letters.All, one => one.Letter.ActionPath!.StartsWith("/admin/programmation", StringComparison.Ordinal));
        Assert.Contains("Soumettez-la aussi", told.Letter.Paragraphs[1]);
    }

    [Fact]
    public async Task A_submission_taken_back_is_never_published_by_its_plan()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        await PlanAsync(site, submission);
        await site.AskAsync<WithdrawSubmission, Outcome>(act => act.WithdrawAsync(submission, "Erreur", Cast.As(site.People.Author), default));

        await SweepAsync(site, TomorrowUtc);

        Assert.Equal((ScheduleState.Refused, "content.schedule-dropped"), ((await OnlyAsync(site)).State, (await OnlyAsync(site)).Reason!.Code));
        Assert.False(await IsPublicAsync(site, submission));
    }

    [Fact]
    public async Task A_cancelled_plan_does_nothing_and_leaves_room_for_another()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        var id = await PlanAsync(site, submission);
        Assert.Equal("content.schedule-twice", (await TryPlanAsync(site, submission, Tomorrow, site.People.EditorInChief)).Refusal!.Code);

        Assert.True((await site.AskAsync<CancelPlannedAct, Outcome>(act => act.CancelAsync(id, "Trop tôt", Cast.As(site.People.EditorInChief), default))).IsDone);
        Assert.Equal("content.schedule-closed", (await site.AskAsync<CancelPlannedAct, Outcome>(act => act.CancelAsync(id, string.Empty, Cast.As(site.People.EditorInChief), default))).Refusal!.Code);

        await SweepAsync(site, TomorrowUtc);
        Assert.False(await IsPublicAsync(site, submission));
        Assert.True((await TryPlanAsync(site, submission, "2026-12-01T08:00", site.People.EditorInChief)).IsDone);
    }

    [Fact]
    public async Task Nobody_publishes_by_hand_before_the_time_that_is_planned()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        await PlanAsync(site, submission);
        await site.ApproveAllAsync();

        var now = await site.AskAsync<PublishApproved, Outcome>(act => act.PublishAsync(submission, Cast.As(site.People.Committee[0]), default));

        Assert.Equal("content.schedule-ahead", now.Refusal!.Code);
    }

    [Fact]
    public async Task A_document_is_archived_at_its_minute_and_a_lesson_in_use_is_not()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var lesson = await site.LatestAsync("premiere");
        foreach (var item in new[] { lesson.ItemId, lesson.ContainerId! })
        {
            Assert.True((await site.AskAsync<PlanAct, Outcome<PlannedActId>>(act => act.ArchivingAsync(item, Tomorrow, Cast.As(site.People.EditorInChief), default))).IsDone);
        }

        await SweepAsync(site, TomorrowUtc);

        var planned = await site.ReadAsync(db => db.Set<PlannedAct>().AsNoTracking().ToDictionaryAsync(row => row.ItemId!));
        Assert.Equal(ScheduleState.Done, planned[lesson.ContainerId!].State);
        Assert.False(await site.ReadAsync(db => db.Set<ContentVersion>().AnyAsync(row => row.PublishedKey == lesson.ContainerId)));
        // The lesson came first or last; in use it is refused, and alone it leaves too.
        Assert.True(planned[lesson.ItemId].State is ScheduleState.Refused or ScheduleState.Done);
    }

    [Theory]
    [InlineData("auteur")]
    [InlineData("comité")]
    [InlineData("administration")]
    public async Task Only_the_editor_in_chief_plans(string who)
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);
        var person = who switch { "auteur" => site.People.Author, "comité" => site.People.Committee[0], _ => site.People.Administrator };

        Assert.Equal("access.denied", (await TryPlanAsync(site, submission, Tomorrow, person)).Refusal!.Code);
    }

    [Theory]
    [InlineData("2027-01-14T09:30", "2027-01-14T08:30:00Z")]
    [InlineData("14/07/2027 09:30", "2027-07-14T07:30:00Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T00:30:00Z")]
    [InlineData("2027-10-31T03:00", "2027-10-31T02:00:00Z")]
    public void A_minute_in_Paris_is_one_instant(string typed, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), ParisMinute.Read(typed).Value);

    [Theory]
    [InlineData("2027-03-28T02:30", "content.schedule-time-skipped")]
    [InlineData("demain", "content.schedule-time-unreadable")]
    [InlineData(null, "content.schedule-time-unreadable")]
    public void A_minute_that_is_none_is_refused(string? typed, string code) => Assert.Equal(code, ParisMinute.Read(typed).Refusal!.Code);

    [Fact]
    public async Task A_past_minute_and_a_closed_submission_are_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await SubmittedAsync(site);

        Assert.Equal("content.schedule-past", (await TryPlanAsync(site, submission, "2026-11-23T09:59", site.People.EditorInChief)).Refusal!.Code);
        await site.ApproveAllAsync();
        Assert.Equal("content.schedule-nothing-to-publish", (await TryPlanAsync(site, submission, Tomorrow, site.People.EditorInChief)).Refusal!.Code);
    }

    [Fact]
    public void Every_state_allows_its_moves_and_no_other()
    {
        foreach (var state in Enum.GetValues<ScheduleState>())
        {
            var current = state;
            var machine = ScheduleMachine.Over(() => current, next => current = next);
            var allowed = ScheduleMachine.Moves.Where(move => move.From == state).Select(move => move.Trigger);
            Assert.Equal(allowed.Order(), Enum.GetValues<ScheduleTrigger>().Where(machine.CanFire).Order());
        }
    }

    private static async Task<SubmissionId> SubmittedAsync(ContentSite site)
    {
        await site.InstallAsync(APackage.OfACourse());
        return Assert.Single(await site.OpenSubmissionsAsync()).Id;
    }

    private static async Task<PlannedActId> PlanAsync(ContentSite site, SubmissionId submission) =>
        (await TryPlanAsync(site, submission, Tomorrow, site.People.EditorInChief)).Value;

    private static Task<Outcome<PlannedActId>> TryPlanAsync(ContentSite site, SubmissionId submission, string when, PersonCard who) =>
        site.AskAsync<PlanAct, Outcome<PlannedActId>>(act => act.PublicationAsync(submission, when, Cast.As(who), default));

    private static async Task SweepAsync(ContentSite site, DateTimeOffset now)
    {
        site.Clock.Now = now;
        await site.AskAsync<ExecuteDueActs, bool>(async sweep =>
        {
            await sweep.RunAsync(default);
            return true;
        });
    }

    private static async Task VoteAsync(ContentSite site, SubmissionId submission, DateTimeOffset at)
    {
        var hash = (await ReadAsync(site, submission)).ContentHash;
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.AskAsync<CastVote, Outcome<ReviewState>>(act =>
                act.CastAsync(submission, new VoteInput(VoteChoice.Approve, "Relu.", hash), Cast.As(member) with { At = at }, default));
        }
    }

    private static async Task<bool> IsPublicAsync(ContentSite site, SubmissionId submission)
    {
        var ids = (await ReadAsync(site, submission)).Documents.Select(document => document.VersionId).ToList();
        return await site.ReadAsync(db => db.Set<ContentVersion>().AnyAsync(row => row.PublishedKey != null && ids.Contains(row.VersionId)));
    }

    private static async Task<ReviewSubmission> ReadAsync(ContentSite site, SubmissionId id) =>
        (await site.AskAsync<ReviewQueries, ReviewSubmission?>(queries => queries.FindAsync(id, default)))!;

    private static Task<PlannedAct> OnlyAsync(ContentSite site) => site.ReadAsync(db => db.Set<PlannedAct>().AsNoTracking().SingleAsync());
}
