using Tn.Content.Packages.Files;

namespace Tn.Content.Packages.Watch;

/// <summary>The packages under a watched folder, and what tells that one changed.</summary>
internal static class PackageFolders
{
    /// <summary>The folder itself when it is a package, else those directly in it that are; by name.</summary>
    public static IReadOnlyList<string> Of(string root)
    {
        if (File.Exists(Path.Combine(root, "package.yml")))
        {
            return [root];
        }

        return Directory.Exists(root)
            ? [.. Directory.EnumerateDirectories(root).Where(folder => File.Exists(Path.Combine(folder, "package.yml"))).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Names, sizes and dates of its files together: different when something changed. Reads no content, follows no link.</summary>
    public static int StampOf(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = PackageLimits.Depth, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var stamp = default(HashCode);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options).Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).OrderBy(file => file.FullName, StringComparer.Ordinal).Take(PackageLimits.Entries))
        {
            stamp.Add(file.FullName, StringComparer.Ordinal);
            stamp.Add(file.Length);
            stamp.Add(file.LastWriteTimeUtc);
        }

        return stamp.ToHashCode();
    }
}
