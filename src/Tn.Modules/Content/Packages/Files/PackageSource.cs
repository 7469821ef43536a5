using System.IO.Compression;
using Tn.Content.Packages.Medias;
using Tn.Content.Rendering;

namespace Tn.Content.Packages.Files;

/// <summary>Reads a package from a folder or a zip, within limits, in memory: nothing is ever written where a path says.</summary>
internal static class PackageSource
{
    /// <summary>All files, or null after an error among the findings.</summary>
    /// <param name="path">A folder or a zip file.</param>
    public static PackageFiles? Open(string path, Findings findings)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return Gather(FolderEntries(path), findings);
            }

            if (!File.Exists(path))
            {
                findings.Error(0, "Ce dossier ou ce fichier n’existe pas.");
                return null;
            }

            using var stream = File.OpenRead(path);
            return OpenZip(stream, findings);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Error(0, $"Le paquet ne peut pas être lu : {unreadable.Message}");
            return null;
        }
    }

    /// <summary>All files of a zip, or null after an error among the findings.</summary>
    public static PackageFiles? OpenZip(Stream stream, Findings findings)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return Gather(ZipEntries(zip), findings);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            findings.Error(0, "Ce fichier n’est pas une archive zip lisible.");
            return null;
        }
    }

    private static PackageFiles? Gather(IEnumerable<Entry> entries, Findings findings)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var count = 0;
        var total = 0L;
        foreach (var entry in entries)
        {
            var reason = ++count > PackageLimits.Entries ? "Le paquet contient trop de fichiers."
                : entry.Refusal ?? PathRules.Refuse(entry.Path)
                ?? (names.Add(entry.Path) ? null : "Deux fichiers ont le même nom, aux majuscules près.");
            if (reason is null && !entry.IsFolder)
            {
                reason = Read(entry, files, ref total);
            }

            if (reason is not null)
            {
                findings.Error(0, $"« {Printable(entry.Path)} » : {reason}");
                return null;
            }
        }

        return new PackageFiles(Rooted(files));
    }

    /// <summary>Counts the bytes really read: declared sizes are not to be believed.</summary>
    private static string? Read(Entry entry, SortedDictionary<string, byte[]> files, ref long total)
    {
        using var content = entry.Open!();
        using var kept = new MemoryStream();
        var most = MediaFolders.MayBeMedia(entry.Path) ? PackageLimits.MediaBytes : PackageLimits.FileBytes;
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            total += read;
            if (kept.Length + read > most)
            {
                return $"Le fichier dépasse {most / 1024 / 1024} Mo.";
            }

            if (total > PackageLimits.TotalBytes)
            {
                return "Le paquet est trop volumineux.";
            }

            kept.Write(buffer, 0, read);
            if (entry.CompressedBytes is { } packed && kept.Length > 64 * 1024 && kept.Length > Math.Max(1, packed) * PackageLimits.Ratio)
            {
                return "Le fichier se décompresse démesurément : archive piégée.";
            }
        }

        files[entry.Path] = kept.ToArray();
        return null;
    }

    private static IEnumerable<Entry> FolderEntries(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var waiting = new Queue<DirectoryInfo>([new DirectoryInfo(root)]);
        while (waiting.TryDequeue(out var folder))
        {
            foreach (var item in folder.EnumerateFileSystemInfos("*", options).OrderBy(item => item.Name, StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(root, item.FullName).Replace(Path.DirectorySeparatorChar, '/');
                if (item.LinkTarget is not null || item.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    yield return new Entry(path, "Les liens symboliques sont refusés.");
                }
                else if (item is DirectoryInfo inner)
                {
                    waiting.Enqueue(inner);
                    yield return new Entry(path) { IsFolder = true };
                }
                else
                {
                    yield return new Entry(path) { Open = ((FileInfo)item).OpenRead };
                }
            }
        }
    }

    private static IEnumerable<Entry> ZipEntries(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            // The upper half of the attributes is the Unix mode; 0xA000 is a symbolic link.
            var isLink = ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
            var isFolder = entry.FullName.EndsWith('/');
            yield return new Entry(isFolder ? entry.FullName[..^1] : entry.FullName, isLink ? "Les liens symboliques sont refusés." : null)
            {
                IsFolder = isFolder,
                CompressedBytes = entry.CompressedLength,
                Open = entry.Open,
            };
        }
    }

    /// <summary>A zip of the folder itself has everything one level down: the level is taken off.</summary>
    private static SortedDictionary<string, byte[]> Rooted(SortedDictionary<string, byte[]> files)
    {
        var tops = files.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        if (tops.Count != 1 || !files.ContainsKey($"{tops[0]}/package.yml"))
        {
            return files;
        }

        var inner = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files)
        {
            inner[path[(tops[0].Length + 1)..]] = bytes;
        }

        return inner;
    }

    private static string Printable(string path) =>
        new([.. path.Take(120).Select(letter => char.IsControl(letter) ? '?' : letter)]);

    private sealed record Entry(string Path, string? Refusal = null)
    {
        public bool IsFolder { get; init; }

        public long? CompressedBytes { get; init; }

        public Func<Stream>? Open { get; init; }
    }
}
