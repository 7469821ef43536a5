using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Media.Intake;
using Tn.Content.Packages.Export;
using Tn.Content.Packages.Files;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Medias;

/// <summary>Carries the media of exported documents back into a package: their bytes, their description, and their path beside the text.</summary>
internal sealed class MediaExport(TnDbContext db, IMediaIntake intake)
{
    /// <summary>Where the media of these documents will stand, each beside the text that names it; by document path and media.</summary>
    /// <param name="documents">By their path in the package, in order.</param>
    public async Task<ExportedMedias> PlaceAsync(IReadOnlyDictionary<string, ContentVersion> documents, CancellationToken cancellationToken)
    {
        var uses = documents.ToDictionary(one => one.Key, one => MediaAddress.IdsIn(one.Value.PartsJson), StringComparer.Ordinal);
        var ids = uses.Values.SelectMany(used => used).Distinct(StringComparer.Ordinal).ToList();
        var items = new Dictionary<string, MediaItem>(StringComparer.Ordinal);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(400))
        {
            foreach (var item in await db.Set<MediaItem>().AsNoTracking().Where(item => some.Contains(item.Id)).ToListAsync(cancellationToken))
            {
                items[item.Id] = item;
            }

            foreach (var row in await db.Set<InstalledMedia>().AsNoTracking().Where(row => some.Contains(row.MediaId)).ToListAsync(cancellationToken))
            {
                known[row.MediaId] = row.Path;
            }
        }

        var placed = new ExportedMedias();
        // Those that a package brought keep their place; the others find one beside them.
        foreach (var (folder, id) in uses.SelectMany(use => use.Value.Where(items.ContainsKey).Select(id => (Folder: use.Key.Split('/')[0], Id: id))).Distinct()
            .OrderBy(use => known.ContainsKey(use.Id) ? 0 : 1).ThenBy(use => use.Folder, StringComparer.Ordinal).ThenBy(use => items[use.Id].CreatedUtc).ThenBy(use => use.Id, StringComparer.Ordinal))
        {
            var own = known.GetValueOrDefault(id);
            placed.Place(folder, items[id], own?.StartsWith($"{folder}/{MediaFolders.Name}/", StringComparison.Ordinal) == true ? own : null);
        }

        return placed;
    }

    /// <summary>Adds the files and their lists to a package.</summary>
    /// <returns>Refused when the package would be too large to be installed again.</returns>
    public async Task<Outcome> WriteAsync(ExportedMedias medias, SortedDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        if (medias.Bytes + files.Sum(file => (long)file.Value.Length) > PackageLimits.TotalBytes)
        {
            return new Refusal("packages.export-too-large").With("limit", $"{PackageLimits.TotalBytes / 1024 / 1024}");
        }

        foreach (var folder in medias.All.GroupBy(one => one.Folder, StringComparer.Ordinal))
        {
            var list = new List<ListedMedia>();
            foreach (var (_, path, id) in folder.OrderBy(one => one.Path, StringComparer.Ordinal))
            {
                if (await intake.FindAsync(id, cancellationToken) is not { } kept)
                {
                    continue;
                }

                await using var content = kept.Content;
                var bytes = new byte[content.Length];
                await content.ReadExactlyAsync(bytes, cancellationToken);
                files[path] = bytes;
                var isSource = Convert.ToHexStringLower(SHA256.HashData(bytes)) == kept.SourceHash;
                list.Add(new ListedMedia(path[$"{folder.Key}/{MediaFolders.Name}/".Length..], kept.Description, isSource ? null : kept.SourceHash));
            }

            files[$"{folder.Key}/{MediaFolders.Name}/{MediaFolders.List}"] = PackageWriter.MediaList(list);
        }

        return Outcome.Done;
    }
}

/// <param name="File">In its media folder.</param>
/// <param name="Source">The fingerprint of the author's own file, when the library wrote other bytes.</param>
internal sealed record ListedMedia(string File, MediaDescription Description, string? Source);

/// <summary>Where media stand in an exported package.</summary>
internal sealed class ExportedMedias
{
    private readonly Dictionary<(string Folder, string Id), string> paths = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Together, in bytes.</summary>
    public long Bytes { get; private set; }

    public IEnumerable<(string Folder, string Path, string Id)> All => paths.Select(one => (one.Key.Folder, one.Value, one.Key.Id));

    /// <summary>Gives a media a path under a folder.</summary>
    /// <param name="own">The path that its package gave it there, or null.</param>
    public void Place(string folder, MediaItem item, string? own)
    {
        var path = own is not null && taken.Add(own) ? own : Free(folder, item.Name);
        paths[(folder, item.Id)] = path;
        Bytes += item.Length;
    }

    /// <summary>How a text names a media: its path beside the text, or null when it is not there.</summary>
    /// <param name="document">The text's path in the package.</param>
    public string? ReferenceOf(string document, string mediaId)
    {
        var folder = document.Split('/')[0];
        return paths.TryGetValue((folder, mediaId), out var path)
            ? string.Join('/', path[(folder.Length + 1)..].Split('/').Select(Plain))
            : null;
    }

    private string Free(string folder, string name)
    {
        var path = $"{folder}/{MediaFolders.Name}/{name}";
        for (var number = 2; !taken.Add(path); number++)
        {
            path = $"{folder}/{MediaFolders.Name}/{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
        }

        return path;
    }

    // A space or a parenthesis would end the address in a text.
    private static string Plain(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.') ? name : Uri.EscapeDataString(name);
}
