using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Packages.Files;
using Tn.Content.Packages.Install;
using Tn.Content.Rendering;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Packages.Runs;

/// <summary>Carries out one installation that somebody asked for, and keeps telling how far it is. Safe to run twice.</summary>
internal sealed class ExecuteInstallation(IServiceScopeFactory scopes, FileStore files, PackageReader reader, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    public async Task ExecuteAsync(InstallationRunId id, CancellationToken cancellationToken)
    {
        InstallationRun? run = null;
        var begun = await ChangeAsync(id, row => (run = row).Begin(clock.GetUtcNow()), cancellationToken);
        if (!begun.IsDone)
        {
            return;
        }

        var latest = new LatestProgress();
        // In a task of its own: reading an archive never gives the thread back.
        var work = Task.Run(() => InstallAsync(run!, latest, cancellationToken), cancellationToken);
        while (await Task.WhenAny(work, Task.Delay(Beat, clock, cancellationToken)) != work)
        {
            await ChangeAsync(id, row => Told(row, latest.Value), cancellationToken);
        }

        var outcome = await work;
        await ChangeAsync(id, row => Ended(row, outcome), cancellationToken);
    }

    private async Task<Outcome<InstallReport>> InstallAsync(InstallationRun run, LatestProgress latest, CancellationToken cancellationToken)
    {
        if (files.Open(FileKey.Parse(run.FileKey)) is not { } archive)
        {
            return new Refusal("packages.upload-gone");
        }

        await using var scope = scopes.CreateAsyncScope();
        var package = await ReadAsync(archive, latest, cancellationToken);
        // What the person may do now, not what they could when they asked.
        var author = await scope.ServiceProvider.GetRequiredService<IPeople>().FindAsync(run.StartedBy, cancellationToken);
        var act = new ActContext(run.StartedBy, run.StartedByName, author?.Roles ?? FrozenSet<Role>.Empty, clock.GetUtcNow(), "job:packages");
        return await scope.ServiceProvider.GetRequiredService<InstallPackage>().InstallAsync(package, author, act, cancellationToken, latest);
    }

    private async Task<PackageContents> ReadAsync(Stream archive, LatestProgress latest, CancellationToken cancellationToken)
    {
        await using (archive)
        {
            var findings = new Findings("archive.zip");
            return PackageSource.OpenZip(archive, findings) is { } opened
                ? await reader.ReadAsync(opened, cancellationToken, latest)
                : new PackageContents(null, null, [], findings.All);
        }
    }

    private Outcome Told(InstallationRun run, PackageProgress? progress)
    {
        run.Advance(progress ?? new PackageProgress(run.Done, run.Total, string.Empty), clock.GetUtcNow());
        return Outcome.Done;
    }

    private Outcome Ended(InstallationRun run, Outcome<InstallReport> outcome)
    {
        if (outcome.IsRefused(out var refusal))
        {
            run.Refuse(refusal, clock.GetUtcNow());
        }
        else
        {
            run.Finish(outcome.Value, clock.GetUtcNow());
        }

        return Outcome.Done;
    }

    /// <summary>Changes the row in a unit of work of its own; the row's revision lets one of two nodes through.</summary>
    private async Task<Outcome> ChangeAsync(InstallationRunId id, Func<InstallationRun, Outcome> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var outcome = change(await db.Set<InstallationRun>().SingleAsync(row => row.Id == id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Keeps the last thing told, for who asks now and then.</summary>
    private sealed class LatestProgress : IProgress<PackageProgress>
    {
        private PackageProgress? value;

        public PackageProgress? Value => Volatile.Read(ref value);

        void IProgress<PackageProgress>.Report(PackageProgress value) => Volatile.Write(ref this.value, value);
    }
}
