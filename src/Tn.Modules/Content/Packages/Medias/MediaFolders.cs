using Tn.Content.Packages.Files;

namespace Tn.Content.Packages.Medias;

/// <summary>Where the media of a package stand: in a folder <c>media</c> beside the texts that show them.</summary>
internal static class MediaFolders
{
    /// <summary>The folder's name.</summary>
    public const string Name = "media";

    /// <summary>The file that describes the others of its folder.</summary>
    public const string List = "media.yml";

    private static readonly string[] Others = ["banks", "charters", "pages", "materials", "menus", "home", "webinars"];

    /// <summary>The folders of a package that hold media, each ending in <c>/media</c>.</summary>
    public static IEnumerable<string> Of(PackageFiles files) => files.Paths
        .Where(path => Holds(files, path))
        .Select(path => $"{path.Split('/')[0]}/{Name}")
        .Distinct(StringComparer.Ordinal);

    /// <summary>True for a media file, and for the list that describes it.</summary>
    public static bool Holds(PackageFiles files, string path) =>
        path.Split('/') is [var folder, Name, _, ..] && (Others.Contains(folder) || files.Has($"{folder}/course.yml"));

    /// <summary>True where a file may weigh what the library takes.</summary>
    public static bool MayBeMedia(string path) => path.Split('/') is { Length: >= 3 } parts && parts.SkipLast(1).Contains(Name) && parts[^1] != List;
}
