using System.Globalization;
using System.Text.RegularExpressions;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Menus;
using Tn.Content.Packages.Files;
using Tn.Content.Packages.Medias;
using Tn.Content.Rendering;
using Tn.Content.Types;

namespace Tn.Content.Packages;

/// <summary>Reads one file of a package into a document, rendered.</summary>
internal sealed partial class DocumentReader(BodyRenderer renderer)
{
    /// <summary>What packages may ask for with <c>engine</c>.</summary>
    public static readonly Version Engine = new(1, 0, 0);

    private static readonly string[] Audiences = ["conseiller", "consultant", "tous"];

    /// <summary>The document, with the addresses its media have in the library; null after an error among the findings.</summary>
    public async Task<DraftContent?> ReadAsync(DocumentPlace place, PackageFiles files, PackageManifest manifest, PackageMedias medias, Findings findings, CancellationToken cancellationToken)
    {
        if (place.Slug.Length > 80 || !Slug().IsMatch(place.Slug))
        {
            findings.Error(0, $"Le nom « {place.Slug} » fait une mauvaise adresse : lettres minuscules sans accent, chiffres et tirets, 80 au plus.");
        }

        if (files.Text(place.Path, findings) is not { } written)
        {
            return null;
        }

        var text = MediaLinks.Resolve(written, place.Path, medias, findings);
        var draft = place.ContentType switch
        {
            ContentTypes.Course => ReadCourse(place, text, files, manifest, medias, findings),
            ContentTypes.QuestionBank => ReadBank(place, text, manifest, findings),
            _ => ReadMarkdown(place, text, manifest, medias, findings),
        };
        if (draft is null)
        {
            return null;
        }

        var rendered = await renderer.RenderAsync(place.ContentType, draft.Parts.Source, place.Path, cancellationToken, draft.BodyOffset, patience: 10);
        findings.Add(rendered.Findings);
        return rendered.Body is null || findings.HasError ? null : Finish(place, draft.Parts, rendered.Body, manifest);
    }

    /// <summary>The identity of what stands at a place of a package.</summary>
    public static string ItemIdOf(PackageManifest manifest, string stablePath) => ContentId.Of(manifest.Id, stablePath);

    /// <summary>What is kept of a document until it is installed.</summary>
    public static PackagedDocument Describe(DocumentPlace place, PackageManifest manifest, DraftContent content) => new(
        ItemIdOf(manifest, place.StablePath),
        place,
        content.Parts.TitlePart.Title,
        content.Hash,
        content.Parts.ContainedPart?.ListContentItemId,
        content.Parts.LearningPart?.Minutes ?? 0,
        content.Parts.CoursePart?.Lessons.Count ?? 0,
        [.. content.Rendered.Questions.Select(question => question.Id)]);

    private static DraftContent Finish(DocumentPlace place, ContentParts parts, RenderedBody body, PackageManifest manifest)
    {
        var hash = ContentHash.Of(place.ContentType, place.Slug, parts);
        var provenance = new ProvenancePart(manifest.Id, manifest.Version, place.Path, manifest.Licence, manifest.Authors, hash);
        return new DraftContent(place.ContentType, place.Slug, parts with { ProvenancePart = provenance }, body);
    }

    private static Draft? ReadCourse(DocumentPlace place, string text, PackageFiles files, PackageManifest manifest, PackageMedias medias, Findings findings)
    {
        if (SafeYaml.Read(text, findings) is not { } yaml)
        {
            return null;
        }

        var fields = new YamlFields(yaml, findings);
        var lessons = files.In(place.Slug)
            .Select(path => LessonPath().Match(path))
            .Where(match => match.Success && match.Groups["course"].Value == place.Slug)
            .OrderBy(match => match.Value, StringComparer.Ordinal)
            .Select(match => ItemIdOf(manifest, $"{place.Slug}/{match.Groups["slug"].Value}"))
            .ToList();
        if (lessons.Count == 0)
        {
            findings.Error(0, "Ce cours n’a aucune leçon. Ajoutez un fichier comme 01-ma-lecon.md dans son dossier.");
        }

        var completion = fields.Group("completion");
        completion?.OneOf("lessons", "all");
        var course = new CoursePart(
            fields.OneOf("audience", Audiences),
            fields.OneOf("level", "decouverte", "pratique", "approfondi"),
            fields.Lines("prerequisites"),
            completion?.Whole("minimumScore", 0, 100, 0) ?? 0,
            lessons)
        {
            Cover = ReadCover(place, fields, medias, findings),
        };
        var parts = Common(fields, manifest, findings) with
        {
            CoursePart = course,
            AutoroutePart = new AutoroutePart($"formations/{place.Slug}"),
        };
        if (parts.LearningPart!.Axis is null)
        {
            findings.Error(fields.LineOf("axis"), "« axis » manque : un cours appartient à un axe.");
        }

        CheckObjectives(fields, parts.LearningPart, findings);
        fields.WarnOfRest();
        return new Draft(parts, 0);
    }

    private static string? ReadCover(DocumentPlace place, YamlFields fields, PackageMedias medias, Findings findings)
    {
        if (fields.Text("cover") is not { } cover)
        {
            return null;
        }

        if (medias.Find(place.Path, cover) is { Kind: not MediaKind.Attachment } image)
        {
            return image.Url;
        }

        findings.Error(fields.LineOf("cover"), $"« cover » vaut « {cover} » : il faut une image du dossier media de ce cours.");
        return null;
    }

    private static FilesPart? ReadFiles(DocumentPlace place, YamlFields fields, PackageMedias medias, Findings findings)
    {
        var addresses = new List<string>();
        foreach (var file in fields.Lines("files"))
        {
            if (medias.Find(place.Path, file) is { } media)
            {
                addresses.Add(media.Url);
            }
            else
            {
                findings.Error(fields.LineOf("files"), $"Le fichier « {file} » n’existe pas dans le paquet, ou est refusé.");
            }
        }

        return addresses.Count == 0 ? null : new FilesPart(addresses);
    }

    private static Draft ReadBank(DocumentPlace place, string text, PackageManifest manifest, Findings findings)
    {
        if (manifest.Axis is null)
        {
            findings.Error(0, "Une banque prend l’axe de son paquet, et package.yml n’en donne pas.");
        }

        return new Draft(
            new ContentParts
            {
                TitlePart = new TitlePart($"Banque de certification – {manifest.Title}{(place.Path == "banks/certification.gift" ? string.Empty : $" ({Path.GetFileNameWithoutExtension(place.Path)})")}"),
                LearningPart = new LearningPart { Axis = manifest.Axis },
                QuestionBankPart = new QuestionBankPart(text, manifest.Axis ?? string.Empty),
            },
            0);
    }

    private static Draft? ReadMarkdown(DocumentPlace place, string text, PackageManifest manifest, PackageMedias medias, Findings findings)
    {
        if (FrontMatter.Split(text, findings) is not { } front)
        {
            return null;
        }

        var fields = front.Fields;
        var parts = Common(fields, manifest, findings) with { MarkdownBodyPart = new MarkdownBodyPart(front.Body) };
        if (string.IsNullOrWhiteSpace(front.Body))
        {
            findings.Error(front.BodyOffset, "Le fichier n’a pas de texte après son en-tête.");
        }

        parts = place.ContentType switch
        {
            ContentTypes.Lesson => AsLesson(parts, place, fields, manifest, findings),
            ContentTypes.Charter => AsCharter(parts, place, fields),
            ContentTypes.TeachingMaterial => AsMaterial(parts with { FilesPart = ReadFiles(place, fields, medias, findings) }, place, fields, findings),
            ContentTypes.Webinar => AsWebinar(parts, place, fields, findings),
            ContentTypes.Menu => parts with { MarkdownBodyPart = null, MenuPart = MenuPart.Read(front.Body) },
            ContentTypes.Axis => AsAxis(parts, place, fields),
            ContentTypes.Home => parts with { MarkdownBodyPart = null, HomePart = HomePart.Read(front.Body) },
            _ => parts with { AutoroutePart = new AutoroutePart($"pages/{place.Slug}") },
        };
        return new Draft(place.ContentType == ContentTypes.Lesson ? parts : WithRest(parts, fields), front.BodyOffset);
    }

    private static ContentParts AsLesson(ContentParts parts, DocumentPlace place, YamlFields fields, PackageManifest manifest, Findings findings)
    {
        CheckObjectives(fields, parts.LearningPart!, findings);
        if (parts.LearningPart!.Minutes == 0)
        {
            findings.Error(fields.LineOf("minutes"), "« minutes » manque : dites combien de temps prend la leçon.");
        }

        fields.WarnOfRest();
        return parts with
        {
            ContainedPart = new ContainedPart(ItemIdOf(manifest, $"{place.Course}/course.yml"), ContentTypes.Course, place.Order),
            AutoroutePart = new AutoroutePart($"formations/{place.Course}/{place.Slug}"),
        };
    }

    private static ContentParts AsCharter(ContentParts parts, DocumentPlace place, YamlFields fields)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["audience"] = fields.OneOf("audience", "conseiller", "consultant", "partenaire"),
            ["number"] = fields.Required("number", 40),
        };
        if (fields.Has("change"))
        {
            values["change"] = fields.OneOf("change", "editorial", "material");
        }

        return parts with { AutoroutePart = new AutoroutePart($"charte/{place.Slug}"), FieldsPart = new FieldsPart(values) };
    }

    private static ContentParts AsAxis(ContentParts parts, DocumentPlace place, YamlFields fields)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [AxisType.Rank] = fields.Whole(AxisType.Rank, 1, 99, 0).ToString(CultureInfo.InvariantCulture),
            [AxisType.Examined] = fields.OneOf(AxisType.Examined, "oui", "non"),
        };
        return parts with { AutoroutePart = new AutoroutePart($"axes/{place.Slug}"), FieldsPart = new FieldsPart(values) };
    }

    private static ContentParts AsMaterial(ContentParts parts, DocumentPlace place, YamlFields fields, Findings findings)
    {
        RequireAxis(parts, fields, findings);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = fields.OneOf("kind", "fiche", "diaporama", "guide", "atelier"),
            ["licence"] = fields.Required("licence"),
        };
        return parts with { AutoroutePart = new AutoroutePart($"ressources/{place.Slug}"), FieldsPart = new FieldsPart(values) };
    }

    private static ContentParts AsWebinar(ContentParts parts, DocumentPlace place, YamlFields fields, Findings findings)
    {
        RequireAxis(parts, fields, findings);
        if (!fields.Has("starts") && !fields.Has("startsInDays"))
        {
            findings.Error(fields.LineOf("starts"), "« starts » (ou « startsInDays » pour une démonstration) manque.");
        }

        return parts with { AutoroutePart = new AutoroutePart($"webinaires/{place.Slug}") };
    }

    private static void RequireAxis(ContentParts parts, YamlFields fields, Findings findings)
    {
        if (parts.LearningPart!.Axis is null)
        {
            findings.Error(fields.LineOf("axis"), "« axis » manque.");
        }
    }

    private static ContentParts Common(YamlFields fields, PackageManifest manifest, Findings findings)
    {
        var axis = fields.Text("axis") ?? manifest.Axis;
        if (axis is not null && Axes.Find(axis) is null)
        {
            findings.Error(fields.LineOf("axis"), $"L’axe « {axis} » n’existe pas. Les axes sont : {string.Join(", ", Axes.All.Select(one => one.Key))}.");
        }

        var reviewBy = fields.Day("reviewBy");
        if (reviewBy is null)
        {
            findings.Warn(fields.LineOf("reviewBy"), "« reviewBy » manque : dites quand le comité doit relire ce texte.");
        }

        return new ContentParts
        {
            TitlePart = new TitlePart(fields.Required("title")),
            ReviewPart = new ReviewPart(reviewBy),
            LearningPart = new LearningPart
            {
                Summary = fields.Text("summary", 600) ?? string.Empty,
                Objectives = fields.Lines("objectives"),
                Axis = axis,
                Minutes = fields.Whole("minutes", 1, 3000, 0),
                Sources = [.. fields.Groups("sources").Select(source => ReadSource(source, findings))],
            },
        };
    }

    private static Source ReadSource(YamlFields source, Findings findings)
    {
        var url = source.Text("url", 600) ?? string.Empty;
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            findings.Error(source.LineOf("url"), $"L’adresse « {url} » doit commencer par https://.");
        }

        var year = source.Whole("year", 1800, 2100, 0);
        return new Source(source.Required("title", 400), source.Text("publisher") ?? string.Empty, year == 0 ? null : year, url);
    }

    private static ContentParts WithRest(ContentParts parts, YamlFields fields)
    {
        var values = fields.Rest();
        foreach (var (name, value) in parts.FieldsPart?.Values ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        if (parts.LearningPart is { Minutes: > 0 } learning)
        {
            values["minutes"] = $"{learning.Minutes}";
        }

        if (parts.LearningPart is { Objectives.Count: > 0 } taught)
        {
            values["objectives"] = string.Join('\n', taught.Objectives);
        }

        return parts with { FieldsPart = new FieldsPart(values) };
    }

    private static void CheckObjectives(YamlFields fields, LearningPart learning, Findings findings)
    {
        if (learning.Objectives.Count == 0)
        {
            findings.Warn(fields.LineOf("objectives"), "« objectives » manque : dites ce que l’on saura faire, avec un verbe.");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A(?<course>[^/]+)/\d{2}-(?<slug>.+)\.md\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LessonPath();

    private sealed record Draft(ContentParts Parts, int BodyOffset);
}
