using Microsoft.EntityFrameworkCore;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Reminders.Notices;

namespace Tn.Reminders.Tests;

public sealed class NoticesTests : IAsyncLifetime
{
    private RemindersSite site = null!;

    public async Task InitializeAsync() => site = await RemindersSite.OpenAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_same_key_is_told_once_to_each_person()
    {
        await site.TellAsync(RemindersSite.Candidate, "receipt:1");
        await site.TellAsync(RemindersSite.Candidate, "receipt:1");
        await site.TellAsync(RemindersSite.Other, "receipt:1");

        Assert.Equal((2, 2), await site.ToldAsync());
    }

    [Fact]
    public async Task Who_has_no_account_is_told_nothing()
    {
        await site.TellAsync(PersonId.New(site.Clock.GetUtcNow()), "receipt:1");

        Assert.Equal((0, 0), await site.ToldAsync());
    }

    [Fact]
    public async Task One_marks_only_ones_own_notices_read()
    {
        await site.TellAsync(RemindersSite.Candidate, "a");
        await site.TellAsync(RemindersSite.Candidate, "b");
        var notice = await site.AskAsync<TnDbContext, Notice>(db => db.Set<Notice>().FirstAsync());

        await MarkAsync(notice.Id, RemindersSite.Other);
        await MarkAsync(null, RemindersSite.Other);
        Assert.Equal(2, await UnreadAsync());

        await MarkAsync(notice.Id, RemindersSite.Candidate);
        Assert.Equal(1, await UnreadAsync());
        await MarkAsync(null, RemindersSite.Candidate);
        Assert.Equal(0, await UnreadAsync());
    }

    [Fact]
    public async Task Ones_notices_are_part_of_ones_data()
    {
        await site.TellAsync(RemindersSite.Candidate, "a");

        var data = await site.AskAsync<IPersonalData, IReadOnlyDictionary<string, object>>(module => module.ExportAsync(RemindersSite.Candidate, default));

        Assert.Contains("Objet", System.Text.Json.JsonSerializer.Serialize(data["Notifications"]), StringComparison.Ordinal);
    }

    private Task MarkAsync(NoticeId? only, PersonId person) =>
        site.DoAsync<MarkNoticesRead>(mark => mark.MarkAsync(only, new ActContext(person, "?", new HashSet<Role>(), site.Clock.GetUtcNow(), "web"), default));

    private Task<int> UnreadAsync() => site.AskAsync<NoticeQueries, int>(notices => notices.CountUnreadAsync(RemindersSite.Candidate, default));
}
