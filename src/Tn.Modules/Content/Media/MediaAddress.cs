using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tn.Content.Documents;

namespace Tn.Content.Media;

/// <summary>Addresses of medias: <c>/medias/{id}/{name}</c> in texts, <c>/medias/{id}/{version}/{file}</c> in pages.</summary>
internal static partial class MediaAddress
{
    /// <summary>Longest folder.</summary>
    public const int FolderLength = 120;

    /// <summary>As texts write it; always the present version.</summary>
    public static string Of(string id, string name) => $"/medias/{id}/{name}";

    /// <summary>Of one version's file: what stands there never changes.</summary>
    public static string Of(string id, int version, string file) => string.Create(CultureInfo.InvariantCulture, $"/medias/{id}/{version}/{file}");

    /// <summary>
    /// The identity of a package's file. Other bytes or other words under the same path are another media: a text that shows them is
    /// then another text, which the committee reads, and what is public never changes behind its back.
    /// </summary>
    /// <param name="path">In the package, for example <c>mon-cours/media/ecran.png</c>.</param>
    /// <param name="sourceHash">SHA-256 of the file as its author made it.</param>
    public static string IdOf(string package, string path, string sourceHash, MediaDescription said) =>
        ContentId.Of(package, $"media:{path}:{HashChain.Link(HashChain.Origin, sourceHash, said.Alt, said.Decorative ? "decorative" : string.Empty, said.Licence, said.Credit)}");

    /// <summary>The address that a text of a package gets for its file, known before anything is installed.</summary>
    public static string OfPackage(string id, string path) => Of(id, NameOf(path, Path.GetExtension(path).ToLowerInvariant()));

    /// <summary>A file's name as an address: lower-case letters without accent, digits, hyphens, and an extension of ours.</summary>
    /// <param name="extension">With its dot.</param>
    public static string NameOf(string fileName, string extension)
    {
        var plain = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]).Normalize(NormalizationForm.FormD).ToLowerInvariant();
        var slug = NotInNames().Replace(string.Concat(plain.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)), "-").Trim('-');
        return (slug.Length == 0 ? "fichier" : slug[..Math.Min(slug.Length, 80)].TrimEnd('-')) + extension;
    }

    /// <summary>A folder as typed, tidied: no empty parts, no odd characters.</summary>
    public static string Folder(string? typed)
    {
        var parts = (typed ?? string.Empty).Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => OddInFolders().Replace(part, string.Empty).Trim('.', ' '))
            .Where(part => part.Length > 0);
        var folder = string.Join('/', parts);
        return folder.Length <= FolderLength ? folder : folder[..FolderLength].TrimEnd('/', ' ');
    }

    /// <summary>True for the address of one media and nothing else.</summary>
    public static bool IsOne(string text) => Whole().IsMatch(text);

    /// <summary>The medias that a text names, each once.</summary>
    public static IReadOnlyList<string> IdsIn(string text) =>
        [.. InText().Matches(text).Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"/medias/(?<id>[0-9a-hjkmnp-tv-z]{26})(?=[/""'\s)?#>\\]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InText();

    [GeneratedRegex(@"\A/medias/[0-9a-hjkmnp-tv-z]{26}/[a-z0-9-]{1,100}(\.[a-z]{2,5})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"[^\p{L}\p{Nd} ._'’-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OddInFolders();
}
