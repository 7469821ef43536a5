using Microsoft.EntityFrameworkCore;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Runs;
using Tn.Platform.Data;

namespace Tn.Content.Packages;

/// <summary>Reads packages and conflicts for their desk.</summary>
internal sealed class PackageQueries(TnDbContext db)
{
    private const int Most = 200;

    /// <summary>Packages that are or were installed, by id, and how many there are.</summary>
    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<InstalledPackage> Packages, int Total)> PackagesAsync(int page, int size, CancellationToken cancellationToken)
    {
        var rows = db.Set<InstalledPackage>().AsNoTracking();
        var total = await rows.CountAsync(cancellationToken);
        return (await rows.OrderBy(row => row.PackageId).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), total);
    }

    /// <summary>The last installations asked for from the page, newest first.</summary>
    public Task<List<InstallationRun>> LastRunsAsync(int count, CancellationToken cancellationToken) =>
        db.Set<InstallationRun>().AsNoTracking().OrderByDescending(row => row.StartedUtc).Take(count).ToListAsync(cancellationToken);

    /// <summary>An installation, or null.</summary>
    public Task<InstallationRun?> RunAsync(InstallationRunId id, CancellationToken cancellationToken) =>
        db.Set<InstallationRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>Conflicts that wait, oldest first.</summary>
    public Task<List<PackageConflict>> OpenConflictsAsync(CancellationToken cancellationToken) =>
        db.Set<PackageConflict>().AsNoTracking().Where(row => row.OpenKey != null).OrderBy(row => row.FoundUtc).Take(Most).ToListAsync(cancellationToken);

    /// <summary>A conflict, or null.</summary>
    public Task<PackageConflict?> ConflictAsync(ConflictId id, CancellationToken cancellationToken) =>
        db.Set<PackageConflict>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}
