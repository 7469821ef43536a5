using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Listening;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Tests;

public class SessionTests
{
    [Theory]
    [InlineData("2026-12-03T14:00:00", "2026-12-03T13:00:00Z")]
    [InlineData("2026-12-03T14:00:00+01:00", "2026-12-03T13:00:00Z")]
    [InlineData("2026-07-02T14:00:00", "2026-07-02T12:00:00Z")]
    public async Task A_time_without_offset_is_Paris_time(string written, string expected)
    {
        await using var site = await AWebinarSite.OpenAsync();

        var session = await site.PublishAsync(AWebinarSite.AWebinar("factures", ("starts", written)));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), session.StartsUtc);
    }

    [Fact]
    public async Task A_delay_in_days_is_settled_once_on_a_working_day()
    {
        await using var site = await AWebinarSite.OpenAsync();
        var document = AWebinarSite.AWebinar("factures", ("startsInDays", "5"), ("minutes", "45"));

        var first = await site.PublishAsync(document);
        var again = await site.PublishAsync(document with { PublishedUtc = AWebinarSite.Now.AddDays(30), Title = "Nouveau titre" }, AWebinarSite.Now.AddDays(30));

        // The fifth day is a Saturday: the Monday after, at two in the afternoon.
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 13, 0, 0, TimeSpan.Zero), first.StartsUtc);
        Assert.Equal(first.StartsUtc, again.StartsUtc);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(("Nouveau titre", 45), (again.Title, again.Minutes));
    }

    [Theory]
    [InlineData("starts", "demain")]
    [InlineData("startsInDays", "999999999")]
    [InlineData("autre", "x")]
    public async Task A_document_without_a_time_has_no_session(string name, string value)
    {
        await using var site = await AWebinarSite.OpenAsync();

        await site.DoAsync<SessionCalendar, bool>(async calendar =>
        {
            await calendar.FollowAsync(AWebinarSite.AWebinar("factures", (name, value)), ActContext.System(AWebinarSite.Now, "test"), default);
            return true;
        });

        Assert.Equal(0, await site.DoAsync<TnDbContext, int>(db => db.Set<WebinarSession>().CountAsync()));
    }

    [Fact]
    public async Task An_archived_webinar_is_listed_no_more_and_its_seats_are_kept()
    {
        await using var site = await AWebinarSite.OpenAsync();
        await site.PublishAsync(AWebinarSite.AWebinar("factures", ("starts", "2026-12-03T14:00:00")));
        await site.RegisterAsync("factures");

        await site.DoAsync<WhenContentChanges, bool>(async handler =>
        {
            await handler.HandleAsync(new ContentArchived("item-factures", ContentTypes.Webinar, "factures"), ActContext.System(AWebinarSite.Now, "test"), default);
            return true;
        });

        Assert.False((await site.DoAsync<TnDbContext, WebinarSession>(db => db.Set<WebinarSession>().SingleAsync())).IsListed);
        Assert.Single(await site.SeatsAsync());
    }

    [Fact]
    public async Task The_calendar_file_is_read_back_as_the_same_event()
    {
        await using var site = await AWebinarSite.OpenAsync();
        var session = await site.PublishAsync(AWebinarSite.AWebinar("factures", ("starts", "2026-12-03T14:00:00"), ("minutes", "45")));

        var text = CalendarFile.Write(session, new Uri("https://exemple.test/webinaires/factures"));
        var read = Assert.Single(Calendar.Load(text)!.Events);

        Assert.Equal("Factures : qui fait quoi", read.Summary);
        Assert.Equal(session.StartsUtc.UtcDateTime, read.DtStart!.AsUtc);
        Assert.Equal(session.EndsUtc.UtcDateTime, read.DtEnd!.AsUtc);
        Assert.Contains(session.Id.ToString(), read.Uid, StringComparison.Ordinal);
        Assert.Contains("\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }
}
