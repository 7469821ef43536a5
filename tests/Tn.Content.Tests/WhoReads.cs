using Tn.Content.Documents;
using Tn.Content.Documents.Redirects;
using Tn.Content.Packages;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Runs;
using Tn.Content.Packages.Uploads;
using Tn.Content.Review;
using Tn.Content.Review.Schedule;

namespace Tn.Content.Tests;

/// <summary>What the desks read, and the archives they keep, refuse by themselves who has no such desk, whatever page asks.</summary>
public sealed class WhoReads
{
    [Fact]
    public async Task Packages_are_read_by_who_manages_contents()
    {
        await using var site = await ContentSite.OpenAsync();
        await OnlyAsync(site.People.Administrator, site.People.Author, async act =>
        [
            (await site.AskAsync<PackageQueries, Outcome<(List<InstalledPackage> Packages, int Total)>>(queries => queries.PackagesAsync(1, 10, act, default))).Refusal,
            (await site.AskAsync<PackageQueries, Outcome<List<InstallationRun>>>(queries => queries.LastRunsAsync(10, act, default))).Refusal,
            (await site.AskAsync<PackageQueries, Outcome<InstallationRun?>>(queries => queries.RunAsync(default, act, default))).Refusal,
            (await site.AskAsync<PackageQueries, Outcome<List<PackageConflict>>>(queries => queries.OpenConflictsAsync(act, default))).Refusal,
            (await site.AskAsync<PackageQueries, Outcome<PackageConflict?>>(queries => queries.ConflictAsync(default, act, default))).Refusal,
            site.Get<PackageUploads>().Find(Guid.NewGuid(), act).Refusal,
        ]);
    }

    [Fact]
    public async Task What_is_planned_is_read_by_who_manages_contents()
    {
        await using var site = await ContentSite.OpenAsync();
        await OnlyAsync(site.People.Administrator, site.People.Author, async act =>
        [
            (await site.AskAsync<ScheduleQueries, Outcome<PlannedPage>>(queries => queries.ListAsync(open: true, 1, 10, act, default))).Refusal,
            (await site.AskAsync<ScheduleQueries, Outcome<PlannedAct?>>(queries => queries.FindAsync(default, act, default))).Refusal,
        ]);
    }

    [Fact]
    public async Task What_can_be_planned_and_what_moved_are_read_by_the_editor_in_chief()
    {
        await using var site = await ContentSite.OpenAsync();
        await OnlyAsync(site.People.EditorInChief, site.People.Administrator, async act =>
        [
            (await site.AskAsync<ReviewQueries, Outcome<List<ReviewSubmission>>>(queries => queries.PlannableAsync(act, default))).Refusal,
            (await site.AskAsync<DocumentQueries, Outcome<ContentVersion?>>(queries => queries.ArchivableAsync("rien", act, default))).Refusal,
            (await site.AskAsync<RedirectQueries, Outcome<RedirectPage>>(queries => queries.ListAsync(null, 1, 10, act, default))).Refusal,
        ]);
    }

    [Fact]
    public async Task The_queue_and_its_decisions_are_read_by_the_committee()
    {
        await using var site = await ContentSite.OpenAsync();
        await OnlyAsync(site.People.Committee[0], site.People.EditorInChief, async act =>
        [
            (await site.AskAsync<QueueQueries, Outcome<QueuePage>>(queue => queue.ListAsync(new QueueFilter(null, null, null, OnlyMine: false, 1, 10), act, default))).Refusal,
            (await site.AskAsync<ReviewQueries, Outcome<List<DecidedLine>>>(queries => queries.DecidedAsync(10, act, default))).Refusal,
        ]);
    }

    [Fact]
    public async Task An_archive_is_kept_for_who_manages_contents()
    {
        await using var site = await ContentSite.OpenAsync();
        var uploads = site.Get<PackageUploads>();
        await OnlyAsync(site.People.Administrator, site.People.Author, async act => [(await uploads.KeepAsync(Stream.Null, act, default)).Refusal]);
    }

    private static async Task OnlyAsync(PersonCard allowed, PersonCard refused, Func<ActContext, Task<Refusal?[]>> reads)
    {
        Assert.All(await reads(Cast.As(allowed)), Assert.Null);
        Assert.All(await reads(Cast.As(refused)), refusal => Assert.Equal("access.denied", refusal?.Code));
        Assert.All(await reads(ActContext.Anonymous(ContentSite.Now)), refusal => Assert.Equal("access.sign-in", refusal?.Code));
    }
}
