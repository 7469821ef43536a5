using Microsoft.EntityFrameworkCore;
using Tn.Content.Packages.Conflicts;
using Tn.Platform.Data;

namespace Tn.Content.Packages;

/// <summary>Reads packages and conflicts for their desk.</summary>
internal sealed class PackageQueries(TnDbContext db)
{
    private const int Most = 200;

    /// <summary>Packages that are or were installed, by id.</summary>
    public Task<List<InstalledPackage>> PackagesAsync(CancellationToken cancellationToken) =>
        db.Set<InstalledPackage>().AsNoTracking().OrderBy(row => row.PackageId).Take(Most).ToListAsync(cancellationToken);

    /// <summary>Conflicts that wait, oldest first.</summary>
    public Task<List<PackageConflict>> OpenConflictsAsync(CancellationToken cancellationToken) =>
        db.Set<PackageConflict>().AsNoTracking().Where(row => row.OpenKey != null).OrderBy(row => row.FoundUtc).Take(Most).ToListAsync(cancellationToken);

    /// <summary>A conflict, or null.</summary>
    public Task<PackageConflict?> ConflictAsync(ConflictId id, CancellationToken cancellationToken) =>
        db.Set<PackageConflict>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}
