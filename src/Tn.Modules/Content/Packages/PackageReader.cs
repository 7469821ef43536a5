using System.Text.RegularExpressions;
using Tn.Content.Packages.Files;
using Tn.Content.Packages.Medias;
using Tn.Content.Rendering;

namespace Tn.Content.Packages;

/// <summary>Reads and checks a package as a whole: the finder of what is wrong, before anything is installed.</summary>
internal sealed partial class PackageReader(DocumentReader documents, PackageMediaReader mediaFiles)
{
    private static readonly string[] Ignored = ["README.md", "LICENSE", "LICENCE", "LICENSE.md", "LICENCE.md", "CHANGELOG.md"];

    /// <param name="path">A folder or a zip.</param>
    public async Task<PackageContents> ReadAsync(string path, CancellationToken cancellationToken, IProgress<PackageProgress>? progress = null)
    {
        var opening = new Findings(path);
        var files = PackageSource.Open(path, opening);
        return files is null
            ? new PackageContents(null, null, [], opening.All)
            : await ReadAsync(files, cancellationToken, progress);
    }

    /// <param name="files">As opened from a folder or a zip.</param>
    public async Task<PackageContents> ReadAsync(PackageFiles files, CancellationToken cancellationToken, IProgress<PackageProgress>? progress = null)
    {
        var all = new List<Finding>();
        var manifest = ReadManifest(files, all);
        if (manifest is null)
        {
            return new PackageContents(null, files, [], all);
        }

        var medias = await mediaFiles.ReadAsync(files, manifest, all, cancellationToken);
        var found = new List<PackagedDocument>();
        var done = 0;
        foreach (var path in files.Paths.Where(path => path != "package.yml"))
        {
            if (Place(path, manifest) is { } place)
            {
                var findings = new Findings(path);
                if (await documents.ReadAsync(place, files, manifest, medias, findings, cancellationToken) is { } content)
                {
                    found.Add(DocumentReader.Describe(place, manifest, content));
                }

                all.AddRange(findings.All);
            }
            else if (!MediaFolders.Holds(files, path) && !Ignored.Contains(path) && !path.EndsWith("/README.md", StringComparison.Ordinal))
            {
                all.Add(new Finding(path, 0, Severity.Warning, "Ce fichier n’est pas à une place connue : il est ignoré."));
            }

            progress?.Report(new PackageProgress(++done, files.Paths.Count - 1, path));
        }

        PackageChecks.Run(files, found, all);
        return new PackageContents(manifest, files, found, all) { Medias = medias };
    }

    private static PackageManifest? ReadManifest(PackageFiles files, List<Finding> all)
    {
        var findings = new Findings("package.yml");
        if (!files.Has("package.yml"))
        {
            all.Add(new Finding("package.yml", 0, Severity.Error, "Le fichier package.yml manque à la racine du paquet."));
            return null;
        }

        var manifest = files.Text("package.yml", findings) is { } text && SafeYaml.Read(text, findings) is { } yaml
            ? ReadManifest(new YamlFields(yaml, findings), findings)
            : null;
        all.AddRange(findings.All);
        return findings.HasError ? null : manifest;
    }

    private static PackageManifest ReadManifest(YamlFields fields, Findings findings)
    {
        var id = fields.Required("id", 80);
        if (id.Length > 0 && !PackageId().IsMatch(id))
        {
            findings.Error(fields.LineOf("id"), $"L’identifiant « {id} » ne convient pas : lettres minuscules sans accent, chiffres, points et tirets.");
        }

        var version = fields.Required("version", 40);
        if (version.Length > 0 && !SemVer().IsMatch(version))
        {
            findings.Error(fields.LineOf("version"), $"La version « {version} » ne convient pas : écrivez-la comme 1.0.0.");
        }

        var axis = fields.Text("axis");
        if (axis is not null && Axes.Find(axis) is null)
        {
            findings.Error(fields.LineOf("axis"), $"L’axe « {axis} » n’existe pas. Les axes sont : {string.Join(", ", Axes.All.Select(one => one.Key))}.");
        }

        fields.OneOf("language", "fr");
        CheckEngine(fields, findings);
        var manifest = new PackageManifest(id, version, fields.Required("title"), fields.Required("licence"), fields.Lines("authors"), axis, fields.Text("description", 1000));
        if (manifest.Authors.Count == 0)
        {
            findings.Warn(fields.LineOf("authors"), "« authors » manque : dites qui a écrit ce paquet.");
        }

        fields.WarnOfRest();
        return manifest;
    }

    /// <summary>The package says which engine it was written for; a later one cannot be promised.</summary>
    private static void CheckEngine(YamlFields fields, Findings findings)
    {
        if (fields.Text("engine") is { } engine && (!Version.TryParse(engine, out var wanted) || wanted > DocumentReader.Engine))
        {
            findings.Error(fields.LineOf("engine"), $"Le paquet demande le moteur {engine} ; ce site a le {DocumentReader.Engine}.");
        }
    }

    private static DocumentPlace? Place(string path, PackageManifest manifest)
    {
        var parts = path.Split('/');
        if (parts.Length != 2)
        {
            return null;
        }

        if (parts[0] == "banks" && parts[1].EndsWith(".gift", StringComparison.Ordinal))
        {
            // Banks have no public address, and every package may call its own « certification ».
            return new DocumentPlace(path, ContentTypes.QuestionBank, $"{manifest.Id.Replace('.', '-')}-{parts[1][..^5]}");
        }

        if (parts[1] == "course.yml")
        {
            return new DocumentPlace(path, ContentTypes.Course, parts[0]);
        }

        if (!parts[1].EndsWith(".md", StringComparison.Ordinal) || parts[1] == "README.md")
        {
            return null;
        }

        var name = parts[1][..^3];
        return parts[0] switch
        {
            "charters" => new DocumentPlace(path, ContentTypes.Charter, name),
            "pages" => new DocumentPlace(path, ContentTypes.Page, name),
            "materials" => new DocumentPlace(path, ContentTypes.TeachingMaterial, name),
            "menus" => new DocumentPlace(path, ContentTypes.Menu, name),
            "axes" => new DocumentPlace(path, ContentTypes.Axis, name),
            "home" => new DocumentPlace(path, ContentTypes.Home, name),
            "webinars" => new DocumentPlace(path, ContentTypes.Webinar, name),
            _ => LessonName().Match(name) is { Success: true } lesson
                ? new DocumentPlace(path, ContentTypes.Lesson, lesson.Groups["slug"].Value, parts[0], int.Parse(lesson.Groups["order"].Value))
                : null,
        };
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]{0,78}[a-z0-9])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackageId();

    [GeneratedRegex(@"\A(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(-[0-9A-Za-z.-]{1,40})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SemVer();

    [GeneratedRegex(@"\A(?<order>\d{2})-(?<slug>.+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LessonName();
}

/// <summary>What a file's place in the package says of it.</summary>
/// <param name="Course">The folder of the lesson's course, or null.</param>
internal sealed record DocumentPlace(string Path, string ContentType, string Slug, string? Course = null, int Order = 0)
{
    /// <summary>The path without the order number: what the item's identity is made from.</summary>
    public string StablePath => Course is null ? Path : $"{Course}/{Slug}";
}

/// <summary>How far reading or installing has come.</summary>
internal sealed record PackageProgress(int Done, int Total, string What);
