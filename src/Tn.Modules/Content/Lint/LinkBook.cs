using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Redirects;
using Tn.Platform.Data;

namespace Tn.Content.Lint;

/// <summary>
/// Knows which addresses of this site lead somewhere: its own pages, published documents, documents submitted together, and
/// addresses that moved. A page with a parameter that is not of this module (a consultant’s, a certificate’s) is believed.
/// </summary>
internal sealed class LinkBook(TnDbContext db, IEnumerable<EndpointDataSource> endpoints)
{
    private static readonly string[] Folders = ["formations", "ressources", "pages", "webinaires", "charte"];

    /// <summary>Those of the paths that lead nowhere; two queries, whatever their number.</summary>
    /// <param name="together">Documents that will be published with the one that links.</param>
    public async Task<IReadOnlySet<string>> DeadAsync(IReadOnlyCollection<string> paths, IEnumerable<ContentVersion> together, CancellationToken cancellationToken)
    {
        var open = paths.Distinct(StringComparer.Ordinal).Where(path => !IsPage(path)).ToList();
        if (open.Count == 0)
        {
            return new HashSet<string>();
        }

        var slugs = open.Select(path => path[(path.LastIndexOf('/') + 1)..]).Distinct().ToList();
        var published = await db.Set<ContentVersion>().AsNoTracking().Where(row => row.PublishedKey != null && slugs.Contains(row.Slug)).ToListAsync(cancellationToken);
        var moved = await db.Set<Redirect>().AsNoTracking().Where(row => open.Contains(row.From)).Select(row => row.From).ToListAsync(cancellationToken);
        var known = published.Concat(together)
            .Select(version => SitePages.UrlOf(version.ContentType, version.Slug, version.Parts.AutoroutePart?.Path))
            .OfType<string>()
            .Select(RedirectAddress.Normal)
            .Concat(moved)
            .ToHashSet(StringComparer.Ordinal);
        return open.Where(path => !known.Contains(path)).ToHashSet(StringComparer.Ordinal);
    }

    private bool IsPage(string path)
    {
        var patterns = endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern).ToList();
        if (patterns.Exists(pattern => pattern.Parameters.Count == 0 && RedirectAddress.Normal($"/{pattern.RawText?.TrimStart('/')}") == path))
        {
            return true;
        }

        var folder = path.TrimStart('/').Split('/')[0];
        var isDocument = Folders.Contains(folder) && path.Length > folder.Length + 1;
        // From the command line no page is known: then only documents can be judged.
        return !isDocument
            && (patterns.Count == 0 || patterns.Exists(pattern => pattern.Parameters.Count > 0 && pattern.RawText?.TrimStart('/').StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase) == true));
    }
}
