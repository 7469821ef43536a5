using System.Text;
using Tn.Content.Rendering;

namespace Tn.Content.Packages.Files;

/// <summary>What a package may weigh. Real ones are a few hundred kilobytes; a whole site of a thousand courses fits.</summary>
internal static class PackageLimits
{
    public const int Entries = 20_000;
    public const int Depth = 6;
    public const long TotalBytes = 50 * 1024 * 1024;
    public const int FileBytes = 2 * 1024 * 1024;

    /// <summary>Of a picture or a document to download, in a media folder; the library's own limits count besides.</summary>
    public const int MediaBytes = 25 * 1024 * 1024;
    public const int PathLength = 200;

    /// <summary>Bytes out for one byte in; text compresses ten times at most.</summary>
    public const int Ratio = 100;
}

/// <summary>A package's files, all read and checked before anything is believed: path with <c>/</c> to bytes.</summary>
internal sealed class PackageFiles(SortedDictionary<string, byte[]> files)
{
    private readonly Lazy<ILookup<string, string>> folders = new(() => files.Keys.ToLookup(path => path.Split('/')[0], StringComparer.Ordinal));

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IReadOnlyCollection<string> Paths => files.Keys;

    /// <summary>The paths that stand in a folder at the root.</summary>
    public IEnumerable<string> In(string folder) => folders.Value[folder];

    public bool Has(string path) => files.ContainsKey(path);

    /// <summary>The file's text with line ends normalised, or null after an error among the findings.</summary>
    public string? Text(string path, Findings findings)
    {
        var bytes = files[path];
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            findings.Warn(1, "Le fichier commence par une marque d’ordre des octets (BOM). Enregistrez-le en UTF-8 sans BOM.");
            bytes = bytes[3..];
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            findings.Error(1, "Le fichier est en UTF-16. Enregistrez-le en UTF-8.");
            return null;
        }

        try
        {
            var text = Strict.GetString(bytes);
            if (!text.Contains('\0'))
            {
                return text.ReplaceLineEndings("\n");
            }

            findings.Error(text[..text.IndexOf('\0')].Count(letter => letter == '\n') + 1, "Le fichier contient un caractère nul : ce n’est pas du texte.");
            return null;
        }
        catch (DecoderFallbackException wrong)
        {
            var line = bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            findings.Error(line, "Le fichier n’est pas en UTF-8 (sans doute en Windows-1252 ou Latin-1). Enregistrez-le en UTF-8.");
            return null;
        }
    }

    /// <summary>The bytes of a file.</summary>
    public byte[] Bytes(string path) => files[path];
}
