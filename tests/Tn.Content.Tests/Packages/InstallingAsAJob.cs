using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Packages;
using Tn.Content.Packages.Runs;
using Tn.Platform.Files;

namespace Tn.Content.Tests.Packages;

public sealed class InstallingAsAJob
{
    [Fact]
    public async Task It_is_carried_out_and_says_what_it_did()
    {
        await using var site = await ContentSite.OpenAsync();
        var id = (await StartAsync(site, site.People.Administrator)).Value;
        Assert.Equal(RunState.Waiting, (await RunAsync(site, id)).State);

        await SweepAsync(site);

        var run = await RunAsync(site, id);
        Assert.Equal((RunState.Done, 7, 5, string.Empty), (run.State, run.Result!.Created, run.Result.Submissions, run.FileKey));
        Assert.Equal(site.People.Administrator.Id, (await site.LatestAsync("le-programme")).Author);
        await SweepAsync(site);
        Assert.Equal(7, await site.ReadAsync(db => db.Set<ContentVersion>().CountAsync()));
    }

    [Fact]
    public async Task Who_may_no_more_is_refused_when_it_runs()
    {
        await using var site = await ContentSite.OpenAsync();
        Assert.Equal("access.denied", (await StartAsync(site, site.People.Author)).Refusal?.Code);
        var fallen = site.People.Author with { Roles = new HashSet<Role> { Role.Administrator } };
        var id = (await StartAsync(site, fallen)).Value;
        await SweepAsync(site);
        var run = await RunAsync(site, id);
        Assert.Equal((RunState.Refused, "access.denied"), (run.State, run.Reason?.Code));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<ContentVersion>().CountAsync()));
    }

    [Fact]
    public async Task A_node_that_stops_leaves_it_due_again_and_it_is_given_up_after_some_tries()
    {
        await using var site = await ContentSite.OpenAsync();
        var id = (await StartAsync(site, site.People.Administrator)).Value;
        for (var attempt = 0; attempt < InstallationRun.MostTries; attempt++)
        {
            await site.ReadAsync(async db =>
            {
                // A node takes it up and is never heard of again.
                var taken = await db.Set<InstallationRun>().SingleAsync(row => row.Id == id);
                Assert.True(taken.Begin(site.Clock.GetUtcNow()).IsDone);
                Assert.False(taken.Begin(site.Clock.GetUtcNow()).IsDone);
                return await db.SaveChangesAsync();
            });
            await SweepAsync(site);
            Assert.Equal(RunState.Running, (await RunAsync(site, id)).State);
            site.Clock.Now += TimeSpan.FromMinutes(3);
        }

        await SweepAsync(site);
        Assert.Equal("packages.run-given-up", (await RunAsync(site, id)).Reason?.Code);
    }

    [Fact]
    public async Task Its_archive_is_kept_while_it_is_needed()
    {
        await using var site = await ContentSite.OpenAsync();
        var id = (await StartAsync(site, site.People.Administrator)).Value;
        var key = FileKey.Parse((await RunAsync(site, id)).FileKey);
        Assert.Contains(key, await UsedAsync(site, key));
        await SweepAsync(site);
        Assert.DoesNotContain(key, await UsedAsync(site, key));
    }

    [Fact]
    public async Task Installed_packages_come_in_pages()
    {
        await using var site = await ContentSite.OpenAsync();
        foreach (var name in new[] { "tn.c", "tn.a", "tn.b" })
        {
            await site.InstallAsync(APackage.OfACourse().With("package.yml", $"id: {name}\nversion: 1.0.0\ntitle: Essai\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\naxis: donnees\nengine: 1.0.0\n"));
        }

        var (packages, total) = (await site.AskAsync<PackageQueries, Outcome<(List<InstalledPackage> Packages, int Total)>>(queries => queries.PackagesAsync(2, 2, Cast.As(site.People.Administrator), default))).Value;
        Assert.Equal(("tn.c", 3), (Assert.Single(packages).PackageId, total));
    }

    private static async Task<Outcome<InstallationRunId>> StartAsync(ContentSite site, PersonCard who)
    {
        var path = Path.GetTempFileName();
        await using (var file = File.Create(path))
        {
            await APackage.Whole().Zip().CopyToAsync(file);
        }

        var manifest = (await APackage.Whole().ReadAsync(site.Reader)).Manifest!;
        var outcome = await site.AskAsync<StartInstallation, Outcome<InstallationRunId>>(act => act.StartAsync(path, manifest, Cast.As(who), default));
        File.Delete(path);
        return outcome;
    }

    private static Task<bool> SweepAsync(ContentSite site) => site.AskAsync<ExecuteDueInstallations, bool>(async work =>
    {
        await work.RunAsync(default);
        return true;
    });

    private static Task<InstallationRun> RunAsync(ContentSite site, InstallationRunId id) =>
        site.ReadAsync(db => db.Set<InstallationRun>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static Task<IReadOnlySet<FileKey>> UsedAsync(ContentSite site, FileKey key) =>
        site.ReadAsync(db => new RunFileReferences(db).AmongAsync([key], default));
}
