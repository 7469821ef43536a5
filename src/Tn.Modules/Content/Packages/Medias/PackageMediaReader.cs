using System.Security.Cryptography;
using Tn.Content.Media;
using Tn.Content.Media.Reading;
using Tn.Content.Packages.Files;
using Tn.Content.Rendering;
using Tn.Platform.Web;

namespace Tn.Content.Packages.Medias;

/// <summary>
/// Reads the media folders of a package: each file with its words, licence and author from <c>media.yml</c>, typed by its content and
/// drawn once, so that a broken image refuses the package before anything of it is installed.
/// </summary>
internal sealed class PackageMediaReader(MediaPreparer preparer, Sentences sentences)
{
    private const int AltLength = 500;
    private const int LicenceLength = 120;
    private const int CreditLength = 200;

    /// <summary>The files that are whole; what is wrong with others is among the findings.</summary>
    public async Task<PackageMedias> ReadAsync(PackageFiles files, PackageManifest manifest, List<Finding> all, CancellationToken cancellationToken)
    {
        var medias = new SortedDictionary<string, PackageMedia>(StringComparer.Ordinal);
        foreach (var folder in MediaFolders.Of(files).ToList())
        {
            var described = ReadList(files, folder, manifest, all);
            foreach (var path in files.In(folder.Split('/')[0]).Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal) && path != $"{folder}/{MediaFolders.List}"))
            {
                var findings = new Findings(path);
                if (await ReadFileAsync(path, files.Bytes(path), described.GetValueOrDefault(path), manifest, findings, cancellationToken) is { } media)
                {
                    medias[path] = media;
                }

                all.AddRange(findings.All);
            }
        }

        return new PackageMedias(medias);
    }

    /// <summary>What the list of a folder says of its files, by path in the package.</summary>
    private static Dictionary<string, Entry> ReadList(PackageFiles files, string folder, PackageManifest manifest, List<Finding> all)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var list = $"{folder}/{MediaFolders.List}";
        var findings = new Findings(list);
        if (files.Has(list) && files.Text(list, findings) is { } text && SafeYaml.Read(text, findings) is { } yaml)
        {
            var fields = new YamlFields(yaml, findings);
            var common = new MediaDescription(
                string.Empty,
                false,
                fields.Text("licence", LicenceLength) ?? Cut(manifest.Licence, LicenceLength),
                fields.Text("author", CreditLength) ?? Cut(string.Join(", ", manifest.Authors), CreditLength));
            foreach (var one in fields.Groups("files"))
            {
                var path = $"{folder}/{one.Required("file", PackageLimits.PathLength)}";
                var entry = ReadEntry(one, common, findings);
                if (!files.Has(path))
                {
                    findings.Error(one.LineOf("file"), $"« {path} » n’existe pas dans le paquet.");
                }
                else if (!entries.TryAdd(path, entry))
                {
                    findings.Error(one.LineOf("file"), $"« {path} » est décrit deux fois.");
                }
            }

            fields.WarnOfRest();
        }

        all.AddRange(findings.All);
        return entries;
    }

    private static Entry ReadEntry(YamlFields fields, MediaDescription common, Findings findings)
    {
        var decorative = fields.Has("decorative") && fields.OneOf("decorative", "true", "false") == "true";
        var said = new MediaDescription(
            decorative ? string.Empty : fields.Text("alt", AltLength) ?? string.Empty,
            decorative,
            fields.Text("licence", LicenceLength) ?? common.Licence,
            fields.Text("author", CreditLength) ?? common.Credit);
        var source = fields.Text("source", 64);
        if (source is not null && (source.Length != 64 || !source.All(char.IsAsciiHexDigitLower)))
        {
            findings.Error(fields.LineOf("source"), "« source » est l’empreinte SHA-256 du fichier d’origine : 64 chiffres hexadécimaux. Enlevez cette ligne si vous l’avez écrite à la main.");
        }

        if (said.Licence.Length == 0 || said.Credit.Length == 0)
        {
            findings.Error(fields.LineOf("file"), "Il manque la licence ou l’auteur : écrivez « licence » et « author », ici ou pour tout le dossier.");
        }

        return new Entry(said, source, fields.LineOf("file"));
    }

    private async Task<PackageMedia?> ReadFileAsync(string path, byte[] bytes, Entry? entry, PackageManifest manifest, Findings findings, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes, writable: false);
        var kind = await preparer.CheckAsync(content, path, cancellationToken);
        if (kind.IsRefused(out var refusal))
        {
            findings.Error(0, sentences.InFrench.Of(refusal));
            return null;
        }

        var list = $"{path[..path.IndexOf('/', StringComparison.Ordinal)]}/{MediaFolders.Name}/{MediaFolders.List}";
        if (entry is null)
        {
            findings.Error(0, $"Ce fichier n’est pas décrit : ajoutez-le à {list} avec ce qu’il montre (« alt »), sa licence et son auteur.");
            return null;
        }

        if (kind.Value != MediaKind.Attachment && !entry.Said.Decorative && entry.Said.Alt.Length == 0)
        {
            findings.Error(0, $"Cette image n’a pas de texte de remplacement : écrivez « alt » dans {list}, ligne {entry.Line}, ou « decorative: true ».");
            return null;
        }

        var source = entry.Source ?? Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new PackageMedia(MediaAddress.IdOf(manifest.Id, path, source, entry.Said), path, kind.Value, source, entry.Said, bytes.Length);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <param name="Line">In the list.</param>
    private sealed record Entry(MediaDescription Said, string? Source, int Line);
}
