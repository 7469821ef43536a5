using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Network.Centres;

/// <summary>Reads centres. They are a few hundred at most, so a list reads them all.</summary>
internal sealed class CentreList(TnDbContext db)
{
    public async Task<IReadOnlyList<ResourceCentre>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<ResourceCentre>().AsNoTracking().OrderBy(centre => centre.Name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ResourceCentre>> InDepartmentAsync(string department, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(centre => centre.Details.Departments.Contains(department))];

    public Task<ResourceCentre?> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Set<ResourceCentre>().AsNoTracking().SingleOrDefaultAsync(centre => centre.Slug == slug, cancellationToken);
}
