using Tn.Webinars.Registrations;

namespace Tn.Webinars.Tests;

public class RegistrationTests
{
    private static readonly PublishedDocument InAWeek = AWebinarSite.AWebinar("factures", ("starts", "2026-11-30T14:00:00"), ("minutes", "60"));

    [Fact]
    public async Task Registering_confirms_and_plans_the_day_before_at_nine_in_Paris()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);

        Assert.True((await site.RegisterAsync("factures")).IsDone);

        Assert.True(Assert.Single(await site.SeatsAsync()).IsHeld);
        Assert.Contains(Assert.Single(site.Desk.Letters.Values).Paragraphs, paragraph => paragraph.Contains("lundi 30 novembre 2026 à 14 h 00", StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), Assert.Single(site.Desk.Planned.Values).DueUtc);
    }

    [Fact]
    public async Task A_second_registration_is_refused_and_changes_nothing()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);
        await site.RegisterAsync("factures");

        Assert.Equal("webinars.already-registered", (await site.RegisterAsync("factures")).Refusal?.Code);
        Assert.Single(await site.SeatsAsync());
        Assert.Single(site.Desk.Letters);
    }

    [Fact]
    public async Task Two_clicks_at_once_take_one_seat()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.RegisterAsync("factures"))));

        Assert.Equal(1, outcomes.Count(outcome => outcome.IsDone));
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("webinars.already-registered", outcome.Refusal?.Code));
        Assert.Single(await site.SeatsAsync());
    }

    [Fact]
    public async Task A_seat_given_back_drops_the_reminder_and_can_be_taken_again()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);
        await site.RegisterAsync("factures");

        Assert.True((await site.CancelAsync("factures")).IsDone);
        Assert.True((await site.CancelAsync("factures")).IsDone);
        Assert.Empty(site.Desk.Planned);
        Assert.False(Assert.Single(await site.SeatsAsync()).IsHeld);

        Assert.True((await site.RegisterAsync("factures")).IsDone);
        Assert.Single(site.Desk.Planned);
        Assert.Equal(2, site.Desk.Letters.Count);
        Assert.True(Assert.Single(await site.SeatsAsync()).IsHeld);
    }

    [Fact]
    public async Task What_is_over_or_unknown_is_refused_and_the_eve_plans_no_late_reminder()
    {
        await using var site = await AWebinarSite.OpenAsync();
        var session = await site.PublishAsync(InAWeek);

        Assert.Equal("webinars.over", (await site.RegisterAsync("factures", session.EndsUtc)).Refusal?.Code);
        Assert.Equal("webinars.unknown", (await site.RegisterAsync("autre")).Refusal?.Code);
        Assert.True((await site.RegisterAsync("factures", session.StartsUtc.AddHours(-2))).IsDone);
        Assert.Empty(site.Desk.Planned);
    }

    [Fact]
    public async Task The_reminder_is_written_for_a_held_seat_only()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);
        await site.RegisterAsync("factures");
        var reminder = Assert.Single(site.Desk.Planned.Values);

        var letter = await site.DoAsync<DayBefore, Letter?>(kind => kind.WriteAsync(reminder, default));
        Assert.Equal("Rappel : Factures : qui fait quoi", letter?.Subject);

        await site.CancelAsync("factures");
        Assert.Null(await site.DoAsync<DayBefore, Letter?>(kind => kind.WriteAsync(reminder, default)));
    }

    [Fact]
    public async Task A_session_that_moves_tells_those_who_hold_a_seat_and_moves_their_reminder()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(InAWeek);
        await site.RegisterAsync("factures");

        await site.PublishAsync(AWebinarSite.AWebinar("factures", ("starts", "2026-12-07T14:00:00")));

        Assert.Equal(new DateTimeOffset(2026, 12, 6, 8, 0, 0, TimeSpan.Zero), Assert.Single(site.Desk.Planned.Values).DueUtc);
        Assert.Contains(site.Desk.Letters.Values, letter => letter.Subject.StartsWith("Nouvelle date", StringComparison.Ordinal));
    }
}
