using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Centres;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Network.Search;

/// <summary>Resource centres.</summary>
internal sealed class CentreSource(TnDbContext db) : ISearchSource
{
    public IReadOnlyList<string> Kinds => [NetworkKinds.Centre];

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var centre in db.Set<ResourceCentre>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Of(centre);
        }
    }

    public async Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var wanted = new CentreId(Guid.Parse(id));
        var centre = await db.Set<ResourceCentre>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == wanted, cancellationToken);
        return centre is null ? null : Of(centre);
    }

    private static SearchDocument Of(ResourceCentre centre) => new(NetworkKinds.Centre, centre.Id.ToString(), centre.Name, centre.Details.Services, centre.Url)
    {
        Departments = centre.Details.Departments,
        Subtitle = $"{centre.Details.PostalCode} {centre.Details.Commune}",
        Keywords = string.Join(", ", centre.Details.Departments.Select(Departments.NameOf).Prepend(centre.Details.Commune).Prepend("centre de ressources")),
    };
}
