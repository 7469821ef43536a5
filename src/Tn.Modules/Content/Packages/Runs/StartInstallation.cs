using Hangfire;
using Tn.Content.Packages.Uploads;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Packages.Runs;

/// <summary>Has a planned package installed by a job: the page answers at once, and shows how far it is.</summary>
internal sealed class StartInstallation(TnDbContext db, FileStore files, IBackgroundJobClient jobs)
{
    /// <param name="path">Of the archive that was planned.</param>
    public async Task<Outcome<InstallationRunId>> StartAsync(string path, PackageManifest manifest, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        // In the store that nodes share: another one may carry it out.
        await using var archive = File.OpenRead(path);
        var stored = await files.SaveAsync(archive, PackageUploads.MaximumBytes, cancellationToken);
        if (stored.IsRefused(out var refusal))
        {
            return refusal;
        }

        var run = InstallationRun.Ask($"{manifest.Title}, version {manifest.Version}", stored.Value.Key.Value, act);
        db.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        jobs.Enqueue<ExecuteDueInstallations>(work => work.RunAsync(CancellationToken.None));
        return run.Id;
    }
}
