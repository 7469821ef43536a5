using Microsoft.EntityFrameworkCore;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Runs;
using Tn.Platform.Data;

namespace Tn.Content.Packages;

/// <summary>Reads packages and conflicts for their desk.</summary>
internal sealed class PackageQueries(TnDbContext db)
{
    private const int Most = 200;

    /// <summary>Packages that are or were installed, by id, and how many there are. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<(List<InstalledPackage> Packages, int Total)>> PackagesAsync(int page, int size, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var rows = db.Set<InstalledPackage>().AsNoTracking();
        var total = await rows.CountAsync(cancellationToken);
        return (await rows.OrderBy(row => row.PackageId).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), total);
    }

    /// <summary>The last installations asked for from the page, newest first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<InstallationRun>>> LastRunsAsync(int count, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<InstallationRun>().AsNoTracking().OrderByDescending(row => row.StartedUtc).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>An installation, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<InstallationRun?>> RunAsync(InstallationRunId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<InstallationRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>Conflicts that wait, oldest first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<PackageConflict>>> OpenConflictsAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<PackageConflict>().AsNoTracking().Where(row => row.OpenKey != null).OrderBy(row => row.FoundUtc).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>A conflict, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<PackageConflict?>> ConflictAsync(ConflictId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<PackageConflict>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }
}
