using Tn.Content.Media;

namespace Tn.Content.Packages.Medias;

/// <summary>A file of a package's <c>media</c> folders, checked and described.</summary>
/// <param name="MediaId">In the library, before and after it is installed.</param>
/// <param name="Path">In the package.</param>
/// <param name="SourceHash">SHA-256 of the file as its author made it; an export says it when the library wrote other bytes.</param>
/// <param name="Length">In bytes.</param>
internal sealed record PackageMedia(string MediaId, string Path, MediaKind Kind, string SourceHash, MediaDescription Description, long Length)
{
    /// <summary>As texts name it.</summary>
    public string Url => MediaAddress.OfPackage(MediaId, Path);
}

/// <summary>The media files of a package, by path.</summary>
internal sealed class PackageMedias(IReadOnlyDictionary<string, PackageMedia> medias)
{
    public static readonly PackageMedias None = new(new Dictionary<string, PackageMedia>());

    public IEnumerable<PackageMedia> All => medias.Values;

    public int Count => medias.Count;

    /// <summary>The file that a text names, or null. A lookup among the package's own files: no reference can leave it.</summary>
    /// <param name="document">The text's path in the package.</param>
    /// <param name="reference">As written, relative to the text: <c>media/ecran.png</c>.</param>
    public PackageMedia? Find(string document, string reference)
    {
        var plain = reference.StartsWith("./", StringComparison.Ordinal) ? reference[2..] : reference;
        return medias.GetValueOrDefault($"{document[..(document.LastIndexOf('/') + 1)]}{Uri.UnescapeDataString(plain)}");
    }
}
