using Tn.Contracts;
using Tn.Kernel;
using Tn.Reminders.Due;

namespace Tn.Reminders.Tests;

public sealed class SendDueRemindersTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private RemindersSite site = null!;

    public async Task InitializeAsync() => site = await RemindersSite.OpenAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Nothing_is_told_before_its_time()
    {
        await site.PlanAsync("k", Soon);
        await site.SweepAsync();
        Assert.Equal((0, 0), await site.ToldAsync());

        site.Clock.Advance(Soon);
        await site.SweepAsync();
        Assert.Equal((1, 1), await site.ToldAsync());
        Assert.Equal(DueState.Sent, (await site.RowAsync("k")).State);
    }

    [Fact]
    public async Task A_key_is_planned_once_and_sweeping_again_tells_nothing_more()
    {
        await site.PlanAsync("k", Soon);
        await site.PlanAsync("k", Soon * 2);
        site.Clock.Advance(Soon * 3);

        await site.SweepAsync();
        await site.SweepAsync();
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon * 2);
        await site.SweepAsync();

        Assert.Equal((1, 1), await site.ToldAsync());
    }

    [Fact]
    public async Task Cancelled_then_needed_again_before_its_time_it_is_told_once()
    {
        await site.PlanAsync("k", Soon);
        await site.CancelAsync("C-1");
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon);
        await site.SweepAsync();
        Assert.Equal((1, 1), await site.ToldAsync());
    }

    [Fact]
    public async Task Cancelled_and_past_it_does_not_come_back()
    {
        await site.PlanAsync("k", Soon);
        await site.CancelAsync("C-1");
        site.Clock.Advance(Soon * 2);
        await site.PlanAsync("k", -Soon);
        await site.SweepAsync();
        Assert.Equal((0, 0), await site.ToldAsync());
    }

    [Fact]
    public async Task Two_nodes_sweeping_together_tell_each_once()
    {
        for (var number = 0; number < 20; number++)
        {
            await site.PlanAsync($"k{number}", Soon, subject: $"C-{number}");
        }

        site.Clock.Advance(Soon);
        await using var other = site.AnotherNode();
        await Task.WhenAll(Task.Run(site.SweepAsync), Task.Run(other.SweepAsync), Task.Run(site.SweepAsync), Task.Run(other.SweepAsync));

        Assert.Equal((20, 20), await site.ToldAsync());
        Assert.Equal(20, site.Kind.Asked);
    }

    [Fact]
    public async Task Killed_after_its_claim_it_is_told_once_when_the_claim_runs_out()
    {
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon);
        var id = (await site.RowAsync("k")).Id;
        Assert.NotNull(await site.AskAsync<SendDueReminders, DateTimeOffset?>(sweep => sweep.ClaimAsync(id, default)));

        // The process died here. Another one comes: first too early, then after the claim.
        await site.SweepAsync();
        Assert.Equal((0, 0), await site.ToldAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await site.SweepAsync();
        await site.SweepAsync();

        Assert.Equal((1, 1), await site.ToldAsync());
    }

    [Fact]
    public async Task Killed_while_writing_it_is_told_once_later()
    {
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon);
        var written = site.Kind.Writing;
        site.Kind.Writing = _ => throw new OperationCanceledException("killed");
        await Assert.ThrowsAsync<OperationCanceledException>(site.SweepAsync);
        site.Kind.Writing = written;

        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await site.SweepAsync();

        Assert.Equal((1, 1), await site.ToldAsync());
    }

    [Fact]
    public async Task A_sweep_that_slept_longer_than_its_claim_writes_nothing()
    {
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon);
        await using var other = site.AnotherNode();
        var asleep = true;
        site.Kind.Writing = async _ =>
        {
            if (asleep)
            {
                asleep = false;
                site.Clock.Advance(TimeSpan.FromMinutes(5));
                await other.SweepAsync();
                return null;
            }

            return new Letter("Une fois", ["Et une seule."]);
        };

        await site.SweepAsync();

        Assert.False(asleep);
        Assert.Equal((1, 1), await site.ToldAsync());
        Assert.Equal(DueState.Sent, (await site.RowAsync("k")).State);
    }

    [Fact]
    public async Task What_is_cancelled_or_has_nothing_to_say_is_dropped()
    {
        await site.PlanAsync("cancelled", Soon, subject: "C-1");
        await site.PlanAsync("silent", Soon, subject: "C-2");
        await site.CancelAsync("C-1");
        site.Kind.Writing = _ => Task.FromResult<Letter?>(null);
        site.Clock.Advance(Soon);
        await site.SweepAsync();

        Assert.Equal((0, 0), await site.ToldAsync());
        Assert.Equal(DueState.Dropped, (await site.RowAsync("cancelled")).State);
        Assert.Equal(DueState.Dropped, (await site.RowAsync("silent")).State);
    }

    [Fact]
    public async Task After_days_down_only_the_latest_rung_is_told()
    {
        await site.PlanAsync("D-30", TimeSpan.FromDays(1), "D-30");
        await site.PlanAsync("D-7", TimeSpan.FromDays(24), "D-7");
        await site.PlanAsync("another", TimeSpan.FromDays(1), "D-30", "C-2");
        site.Clock.Advance(TimeSpan.FromDays(25));
        await site.SweepAsync();

        Assert.Equal((2, 2), await site.ToldAsync());
        Assert.Equal(DueState.Dropped, (await site.RowAsync("D-30")).State);
        Assert.Equal(DueState.Sent, (await site.RowAsync("D-7")).State);
    }

    [Fact]
    public async Task What_fails_is_tried_later_and_later_then_left_to_a_person()
    {
        await site.PlanAsync("k", Soon);
        site.Clock.Advance(Soon);
        site.Kind.Writing = _ => throw new InvalidOperationException("panne");
        for (var tries = 0; tries < DueReminder.MostTries; tries++)
        {
            await site.SweepAsync();
            site.Clock.Advance(TimeSpan.FromHours(6));
        }

        var row = await site.RowAsync("k");
        Assert.Equal((DueState.Failed, "panne", DueReminder.MostTries), (row.State, row.Error, row.Tries));

        var advisor = As(Role.Advisor);
        var administrator = As(Role.Administrator);
        Assert.Equal("access.denied", (await RetryAsync(row.Id, advisor)).Refusal!.Code);
        site.Kind.Writing = _ => Task.FromResult<Letter?>(new Letter("Enfin", ["Voilà."]));
        Assert.True((await RetryAsync(row.Id, administrator)).IsDone);
        await site.SweepAsync();
        Assert.Equal((1, 1), await site.ToldAsync());
        Assert.Equal("reminders.not-failed", (await RetryAsync(row.Id, site.Act)).Refusal!.Code);
    }

    [Fact]
    public async Task The_preview_says_who_gets_what_on_which_day()
    {
        await site.PlanAsync("later", TimeSpan.FromDays(20), "D-7");
        await site.PlanAsync("sooner", TimeSpan.FromDays(2), "D-30");
        await site.PlanAsync("too-far", TimeSpan.FromDays(61), "D-90");

        Task<Outcome<ReminderPage>> ReadAsync(Role role) => site.AskAsync<ReminderQueries, Outcome<ReminderPage>>(reminders =>
            reminders.ReadAsync(site.Clock.GetUtcNow() + TimeSpan.FromDays(60), 1, 50, As(role), default));

        var page = (await ReadAsync(Role.Administrator)).Value;
        Assert.Equal(2, page.Total);
        Assert.Equal(["D-30", "D-7"], page.Coming.Select(line => line.Step));
        Assert.All(page.Coming, line => Assert.Equal("Amélie Rousselot", line.Who));
        Assert.Equal("access.denied", (await ReadAsync(Role.Advisor)).Refusal!.Code);
    }

    private ActContext As(Role role) => new(RemindersSite.Other, "Anne", new HashSet<Role> { role }, site.Clock.GetUtcNow(), "web");

    private Task<Outcome> RetryAsync(DueReminderId id, ActContext act) =>
        site.AskAsync<RetryReminder, Outcome>(retry => retry.RetryAsync(id, act, default));
}
