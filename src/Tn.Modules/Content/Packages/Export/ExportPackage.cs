using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Packages.Medias;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Export;

/// <summary>What to export.</summary>
/// <param name="PackageId">A package installed here; null with <paramref name="Course"/> null: everything.</param>
/// <param name="Course">The address of one course.</param>
internal sealed record ExportWish(string? PackageId = null, string? Course = null);

/// <summary>The files of a package, by path.</summary>
internal sealed record ExportedPackage(PackageManifest Manifest, SortedDictionary<string, byte[]> Files);

/// <summary>Writes what stands here, as it reads in its latest version, as a package.</summary>
internal sealed class ExportPackage(TnDbContext db, MediaExport medias)
{
    private const string OwnId = "tn.export";

    // Zips hold the time of their entries: one for all, so that the same content is the same file.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Needs <see cref="Permission.ManageContent"/>: drafts leave the site.</summary>
    public async Task<Outcome<ExportedPackage>> ExportAsync(ExportWish wish, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var registered = wish.PackageId is { } id ? await db.Set<InstalledPackage>().AsNoTracking().SingleOrDefaultAsync(row => row.PackageId == id, cancellationToken) : null;
        if (wish.PackageId is { } asked && registered is null)
        {
            return new Refusal("packages.not-installed").With("package", asked);
        }

        var versions = await VersionsAsync(wish, cancellationToken);
        if (versions.Count == 0)
        {
            return new Refusal("packages.nothing-to-export");
        }

        var manifest = registered?.Manifest ?? ManifestOf(wish, versions);
        var paths = registered is null ? [] : await db.Set<InstalledDocument>().AsNoTracking().Where(row => row.PackageId == registered.PackageId).ToDictionaryAsync(row => row.ItemId, row => row.Path, StringComparer.Ordinal, cancellationToken);
        var slugs = versions.Where(version => version.ContentType == ContentTypes.Course).ToDictionary(version => version.ItemId, version => version.Slug, StringComparer.Ordinal);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["package.yml"] = PackageWriter.Manifest(manifest) };
        var documents = new SortedDictionary<string, ContentVersion>(StringComparer.Ordinal);
        foreach (var version in versions)
        {
            if ((paths.GetValueOrDefault(version.ItemId) ?? PackageWriter.PathOf(version, slugs.GetValueOrDefault(version.ContainerId ?? string.Empty))) is { } path)
            {
                documents[path] = version;
            }
        }

        var placed = await medias.PlaceAsync(documents, cancellationToken);
        foreach (var (path, version) in documents)
        {
            files[path] = PackageWriter.Document(version, media => placed.ReferenceOf(path, media));
        }

        return (await medias.WriteAsync(placed, files, cancellationToken)).IsRefused(out var refusal) ? refusal : new ExportedPackage(manifest, files);
    }

    /// <summary>Writes the files into a new or empty folder, or a zip when the name ends so.</summary>
    public static void Save(ExportedPackage package, string path)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            using var stream = File.Create(path);
            Zip(package, stream);
            return;
        }

        foreach (var (name, bytes) in package.Files)
        {
            var file = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    public static void Zip(ExportedPackage package, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in package.Files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var content = entry.Open();
            content.Write(bytes);
        }
    }

    private async Task<List<ContentVersion>> VersionsAsync(ExportWish wish, CancellationToken cancellationToken)
    {
        var rows = db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null);
        if (wish.PackageId is { } package)
        {
            rows = rows.Where(row => db.Set<InstalledDocument>().Any(document => document.ItemId == row.ItemId && document.PackageId == package && document.IsInPackage));
        }
        else if (wish.Course is { } slug)
        {
            var courses = db.Set<ContentVersion>().Where(row => row.LatestKey != null && row.ContentType == ContentTypes.Course && row.Slug == slug).Select(row => row.ItemId);
            rows = rows.Where(row => courses.Contains(row.ItemId) || courses.Contains(row.ContainerId!));
        }

        var all = await rows.ToListAsync(cancellationToken);
        // A lesson taken out of its course is no longer part of it.
        var lessons = all.SelectMany(version => version.Parts.CoursePart?.Lessons ?? []).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(version => version.ContentType != ContentTypes.Lesson || lessons.Contains(version.ItemId))];
    }

    private static PackageManifest ManifestOf(ExportWish wish, List<ContentVersion> versions)
    {
        var provenance = versions.Select(version => version.Parts.ProvenancePart).OfType<ProvenancePart>().FirstOrDefault();
        var course = wish.Course is null ? null : versions.Find(version => version.ContentType == ContentTypes.Course);
        return new PackageManifest(
            wish.Course is { } slug ? $"{OwnId}.{slug}"[..Math.Min(OwnId.Length + 1 + slug.Length, 80)].TrimEnd('-') : OwnId,
            "1.0.0",
            course?.DisplayText ?? "Contenus exportés",
            provenance?.Licence ?? "Licence Ouverte 2.0",
            provenance?.Authors is { Count: > 0 } authors ? authors : [.. versions.Select(version => version.AuthorName).Distinct(StringComparer.Ordinal).Take(20)],
            course?.Parts.LearningPart?.Axis ?? versions.Find(version => version.ContentType == ContentTypes.QuestionBank)?.Parts.QuestionBankPart?.Axis);
    }
}
