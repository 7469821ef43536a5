using System.Globalization;
using System.Text;
using System.Text.Json;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Packages.Medias;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Export;

/// <summary>
/// Writes documents as the files of a package. Always the same bytes for the same content: names in one order, texts quoted in one way.
/// </summary>
internal static class PackageWriter
{
    // Written apart, or found again from the file's place.
    private static readonly string[] Common = ["minutes", "objectives"];

    public static byte[] Manifest(PackageManifest manifest) => Bytes(Yaml.Of()
        .Text("id", manifest.Id)
        .Text("version", manifest.Version)
        .Text("title", manifest.Title)
        .Text("language", "fr")
        .Text("licence", manifest.Licence)
        .List("authors", manifest.Authors)
        .Text("axis", manifest.Axis)
        .Text("description", manifest.Description)
        .Text("engine", DocumentReader.Engine.ToString(3)));

    /// <summary>The file of a document.</summary>
    /// <param name="referenceOf">The path of a media beside it, by its id; null leaves its address.</param>
    public static byte[] Document(ContentVersion version, Func<string, string?> referenceOf)
    {
        var source = MediaLinks.Unresolve(version.Parts.Source, referenceOf);
        return version.ContentType switch
        {
            ContentTypes.Course => Bytes(Course(version, referenceOf)),
            ContentTypes.QuestionBank => Encoding.UTF8.GetBytes(source),
            _ => Encoding.UTF8.GetBytes($"---\n{FrontMatter(version, referenceOf)}---\n\n{source.TrimStart('\n')}"),
        };
    }

    /// <summary>The list that describes the files of a media folder.</summary>
    public static byte[] MediaList(IReadOnlyList<ListedMedia> medias)
    {
        var yaml = Yaml.Of().Lines("files:\n");
        foreach (var media in medias)
        {
            yaml.Item("file", media.File)
                .Text("    alt", media.Description.Alt.Length == 0 ? null : media.Description.Alt)
                .Lines(media.Description.Decorative ? "    decorative: true\n" : string.Empty)
                .Text("    licence", media.Description.Licence)
                .Text("    author", media.Description.Credit)
                .Text("    source", media.Source);
        }

        return Bytes(yaml);
    }

    /// <summary>Where a document stands that no package brought.</summary>
    /// <param name="courseSlug">Of a lesson's course.</param>
    public static string? PathOf(ContentVersion version, string? courseSlug) => version.ContentType switch
    {
        ContentTypes.Course => $"{version.Slug}/course.yml",
        ContentTypes.Lesson => $"{courseSlug}/{version.Parts.ContainedPart!.Order.ToString("00", CultureInfo.InvariantCulture)}-{version.Slug}.md",
        ContentTypes.QuestionBank => $"banks/{version.Slug}.gift",
        ContentTypes.Charter => $"charters/{version.Slug}.md",
        ContentTypes.Page => $"pages/{version.Slug}.md",
        ContentTypes.TeachingMaterial => $"materials/{version.Slug}.md",
        ContentTypes.Webinar => $"webinars/{version.Slug}.md",
        _ => null,
    };

    private static Yaml Course(ContentVersion version, Func<string, string?> referenceOf)
    {
        var course = version.Parts.CoursePart!;
        return Head(version)
            .Text("cover", Reference(course.Cover, referenceOf))
            .Text("audience", course.Audience)
            .Text("level", course.Level)
            .List("prerequisites", course.Prerequisites)
            .Lines($"completion:\n  lessons: all\n  minimumScore: {course.MinimumScore.ToString(CultureInfo.InvariantCulture)}\n");
    }

    private static Yaml FrontMatter(ContentVersion version, Func<string, string?> referenceOf)
    {
        var yaml = Head(version).List("files", [.. (version.Parts.FilesPart?.Addresses ?? []).Select(address => Reference(address, referenceOf)).OfType<string>()]);
        foreach (var (name, value) in version.Parts.FieldsPart?.Values ?? new Dictionary<string, string>())
        {
            if (Common.Contains(name))
            {
                continue;
            }

            // A list has one entry a line; what stood in an entry (a speaker's name and role) is read back as it was kept.
            _ = value.Contains('\n') ? yaml.List(name, value.Split('\n')) : yaml.Text(name, value);
        }

        return yaml;
    }

    private static Yaml Head(ContentVersion version)
    {
        var learning = version.Parts.LearningPart ?? new LearningPart();
        return Yaml.Of()
            .Text("title", version.DisplayText)
            .Text("summary", learning.Summary.Length == 0 ? null : learning.Summary)
            .Text("axis", learning.Axis)
            .Text("minutes", learning.Minutes == 0 ? null : learning.Minutes.ToString(CultureInfo.InvariantCulture))
            .Text("reviewBy", version.Parts.ReviewPart?.ReviewBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .List("objectives", learning.Objectives)
            .Sources(learning.Sources);
    }

    private static string? Reference(string? address, Func<string, string?> referenceOf) =>
        address is not null && MediaAddress.IdsIn(address) is [var id, ..] ? referenceOf(id) : null;

    private static byte[] Bytes(Yaml yaml) => Encoding.UTF8.GetBytes(yaml.ToString());

    /// <summary>The plain part of YAML, texts quoted as JSON does: no text can be taken for something else.</summary>
    private sealed class Yaml
    {
        private readonly StringBuilder text = new();

        public static Yaml Of() => new();

        public Yaml Text(string name, string? value) => value is null ? this : Lines($"{name}: {Quote(value)}\n");

        /// <summary>The first line of an entry of a list.</summary>
        public Yaml Item(string name, string value) => Lines($"  - {name}: {Quote(value)}\n");

        public Yaml List(string name, IReadOnlyList<string> values) => values.Count == 0
            ? this
            : Lines($"{name}:\n{string.Concat(values.Select(value => $"  - {Quote(value)}\n"))}");

        public Yaml Sources(IReadOnlyList<Source> sources)
        {
            if (sources.Count > 0)
            {
                Lines("sources:\n");
            }

            foreach (var source in sources)
            {
                Lines($"  - title: {Quote(source.Title)}\n");
                Lines(source.Publisher.Length == 0 ? string.Empty : $"    publisher: {Quote(source.Publisher)}\n");
                Lines(source.Year is { } year ? $"    year: {year.ToString(CultureInfo.InvariantCulture)}\n" : string.Empty);
                Lines(source.Url.Length == 0 ? string.Empty : $"    url: {Quote(source.Url)}\n");
            }

            return this;
        }

        public Yaml Lines(string lines)
        {
            text.Append(lines);
            return this;
        }

        public override string ToString() => text.ToString();

        private static string Quote(string value) => JsonSerializer.Serialize(value, TnJson.Options);
    }
}
