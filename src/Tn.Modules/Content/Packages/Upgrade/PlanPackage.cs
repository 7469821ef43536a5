using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Medias;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Upgrade;

/// <summary>
/// Compares a package with what stands here, three ways: as last taken from the package, as it is here, as the package now says.
/// Reads hashes only: a thousand courses cost a few queries.
/// </summary>
internal sealed class PlanPackage(TnDbContext db)
{
    private const int AtOnce = 400;

    /// <summary>The plan; changes nothing.</summary>
    public async Task<Outcome<PackagePlan>> PlanAsync(PackageContents package, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        if (!package.IsValid)
        {
            return new Refusal("content.package-invalid").With("count", $"{package.Findings.Count(finding => finding.Severity == Rendering.Severity.Error)}");
        }

        var manifest = package.Manifest!;
        var installed = await db.Set<InstalledPackage>().AsNoTracking().SingleOrDefaultAsync(row => row.PackageId == manifest.Id, cancellationToken);
        var known = await db.Set<InstalledDocument>().AsNoTracking().Where(row => row.PackageId == manifest.Id).ToDictionaryAsync(row => row.ItemId, StringComparer.Ordinal, cancellationToken);
        var here = await HereAsync([.. package.Documents.Select(document => document.ItemId).Concat(known.Keys).Distinct(StringComparer.Ordinal)], cancellationToken);
        var waiting = await db.Set<PackageConflict>().AsNoTracking().Where(row => row.OpenKey != null && row.PackageId == manifest.Id).ToDictionaryAsync(row => row.ItemId, row => row.IncomingHash, StringComparer.Ordinal, cancellationToken);
        var isBack = installed?.State == PackageState.Uninstalled;

        var lines = new List<PlanLine>(package.Documents.Count);
        foreach (var document in package.Documents)
        {
            var latest = here.GetValueOrDefault(document.ItemId);
            var kind = Judge(document, latest, known.GetValueOrDefault(document.ItemId), isBack);
            var isNews = kind != PlanKind.Conflict || waiting.GetValueOrDefault(document.ItemId) != document.Hash;
            lines.Add(new PlanLine(kind, document.ItemId, document.ContentType, document.Path, document.Title, latest?.VersionId, document, isNews));
        }

        var still = package.Documents.Select(document => document.ItemId).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(known.Values
            .Where(row => row.IsInPackage && !still.Contains(row.ItemId) && here.ContainsKey(row.ItemId))
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .Select(row => new PlanLine(PlanKind.Removed, row.ItemId, row.ContentType, row.Path, here[row.ItemId].Title, here[row.ItemId].VersionId, null)));
        return new PackagePlan(manifest, isBack ? null : installed?.Manifest.Version, lines, await MediasAsync(package, cancellationToken));
    }

    private async Task<IReadOnlyList<MediaLine>> MediasAsync(PackageContents package, CancellationToken cancellationToken)
    {
        if (package.Medias.Count == 0)
        {
            return [];
        }

        var known = await db.Set<InstalledMedia>().AsNoTracking().Where(row => row.PackageId == package.Manifest!.Id).ToListAsync(cancellationToken);
        // One that somebody deleted from the library is new again.
        var kept = await db.Set<MediaItem>().Where(item => db.Set<InstalledMedia>().Any(row => row.MediaId == item.Id && row.PackageId == package.Manifest!.Id)).Select(item => item.Id).ToListAsync(cancellationToken);
        var paths = known.Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        return [.. package.Medias.All
            .ExceptBy(kept, media => media.MediaId, StringComparer.Ordinal)
            .Select(media => new MediaLine(paths.Contains(media.Path) ? PlanKind.Changed : PlanKind.New, media))];
    }

    private static PlanKind Judge(PackagedDocument document, Standing? latest, InstalledDocument? known, bool isBack)
    {
        if (latest is null)
        {
            return PlanKind.New;
        }

        // Installed before packages were registered: the version itself says where it came from.
        var source = known?.SourceHash ?? latest.SourceHash;
        if (latest.Hash == document.Hash || source == document.Hash)
        {
            return isBack ? PlanKind.Restored : PlanKind.Unchanged;
        }

        if (known?.DeclinedHash == document.Hash)
        {
            return PlanKind.Unchanged;
        }

        return latest.Hash == source ? PlanKind.Changed : PlanKind.Conflict;
    }

    private async Task<Dictionary<string, Standing>> HereAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var here = new Dictionary<string, Standing>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await db.Set<ContentVersion>().AsNoTracking()
                .Where(row => row.LatestKey != null && some.Contains(row.LatestKey))
                .Select(row => new { row.ItemId, row.VersionId, row.ContentHash, row.DisplayText, Registered = db.Set<InstalledDocument>().Any(known => known.ItemId == row.ItemId) })
                .ToListAsync(cancellationToken);
            var unregistered = rows.Where(row => !row.Registered).Select(row => row.VersionId).ToList();
            var sources = unregistered.Count == 0 ? [] : await SourcesAsync(unregistered, cancellationToken);
            foreach (var row in rows)
            {
                here[row.ItemId] = new Standing(row.VersionId, row.ContentHash, row.DisplayText, sources.GetValueOrDefault(row.VersionId));
            }
        }

        return here;
    }

    private async Task<Dictionary<string, string?>> SourcesAsync(List<string> versions, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentVersion>().AsNoTracking().Where(row => versions.Contains(row.VersionId)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.VersionId, row => row.Parts.ProvenancePart?.SourceHash, StringComparer.Ordinal);
    }

    private sealed record Standing(string VersionId, string Hash, string Title, string? SourceHash);
}
