using System.Globalization;
using Tn.Content.Documents;
using Tn.Content.Menus;

namespace Tn.Content.Types;

/// <summary>The fields that types are made of.</summary>
internal static class Fields
{
    public static readonly FieldDefinition Title = new(
        "TitlePart.Title",
        FieldKind.Line,
        parts => parts.TitlePart.Title,
        (parts, text) => parts with { TitlePart = new TitlePart(text) })
    { Required = true };

    /// <summary>Not among the parts: the version keeps it, and <c>AutoroutePart.Path</c> follows.</summary>
    public static readonly FieldDefinition Address = new(
        "AutoroutePart.Path",
        FieldKind.Slug,
        parts => parts.AutoroutePart is { } route ? route.Path[(route.Path.LastIndexOf('/') + 1)..] : string.Empty,
        (parts, _) => parts)
    { Required = true, Length = Slug.Length };

    public static readonly FieldDefinition Summary = new(
        "LearningPart.Summary",
        FieldKind.Text,
        parts => parts.LearningPart?.Summary ?? string.Empty,
        (parts, text) => Learning(parts, part => part with { Summary = text }))
    { Length = 600 };

    public static readonly FieldDefinition Objectives = new(
        "LearningPart.Objectives",
        FieldKind.Lines,
        parts => string.Join('\n', parts.LearningPart?.Objectives ?? []),
        (parts, text) => Learning(parts, part => part with { Objectives = FieldText.Lines(text) }))
    { Length = 3000 };

    public static readonly FieldDefinition Axis = new(
        "LearningPart.Axis",
        FieldKind.Choice,
        parts => parts.LearningPart?.Axis ?? string.Empty,
        (parts, text) => Learning(parts, part => part with { Axis = text.Length == 0 ? null : text }))
    { OptionsNow = () => [.. Axes.All.Select(axis => new FieldOption(axis.Key, axis.Name))] };

    public static readonly FieldDefinition Minutes = new(
        "LearningPart.Minutes",
        FieldKind.Number,
        parts => parts.LearningPart is { Minutes: > 0 } part ? part.Minutes.ToString(CultureInfo.InvariantCulture) : string.Empty,
        (parts, text) => Learning(parts, part => part with { Minutes = FieldText.Whole(text) }))
    { Minimum = 1, Maximum = 3000 };

    public static readonly FieldDefinition Sources = new(
        "LearningPart.Sources",
        FieldKind.Sources,
        parts => FieldText.Write(parts.LearningPart?.Sources ?? []),
        (parts, text) => Learning(parts, part => part with { Sources = FieldText.Sources(text) }))
    { Length = 10_000 };

    public static readonly FieldDefinition ReviewBy = new(
        "ReviewPart.ReviewBy",
        FieldKind.Day,
        parts => parts.ReviewPart?.ReviewBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty,
        (parts, text) => parts with { ReviewPart = new ReviewPart(FieldText.Day(text)) });

    public static readonly FieldDefinition Markdown = new(
        "MarkdownBodyPart.Markdown",
        FieldKind.Markdown,
        parts => parts.MarkdownBodyPart?.Markdown ?? string.Empty,
        (parts, text) => parts with { MarkdownBodyPart = new MarkdownBodyPart(text) })
    { Length = 0 };

    public static readonly FieldDefinition Gift = new(
        "QuestionBankPart.Gift",
        FieldKind.Gift,
        parts => parts.QuestionBankPart?.Gift ?? string.Empty,
        (parts, text) => parts with { QuestionBankPart = new QuestionBankPart(text, parts.QuestionBankPart?.Axis ?? parts.LearningPart?.Axis ?? string.Empty) })
    { Length = 0 };

    public static readonly FieldDefinition MenuItems = new(
        "MenuPart.Items",
        FieldKind.Rows,
        parts => parts.MenuPart?.Source ?? string.Empty,
        (parts, text) => parts with { MenuPart = MenuPart.Read(text) })
    { Length = 0 };

    public static readonly FieldDefinition HomeBlocks = new(
        "HomePart.Blocks",
        FieldKind.Rows,
        parts => parts.HomePart?.Source ?? string.Empty,
        (parts, text) => parts with { HomePart = HomePart.Read(text) })
    { Length = 0 };

    public static readonly FieldDefinition Audience = Course(
        "Audience",
        part => part.Audience,
        (part, text) => part with { Audience = text })
        with { Options = Choices("audience", "conseiller", "consultant", "tous") };

    public static readonly FieldDefinition Level = Course(
        "Level",
        part => part.Level,
        (part, text) => part with { Level = text })
        with { Options = Choices("level", "decouverte", "pratique", "approfondi") };

    public static readonly FieldDefinition Prerequisites = Course(
        "Prerequisites",
        part => string.Join('\n', part.Prerequisites),
        (part, text) => part with { Prerequisites = FieldText.Lines(text) })
        with { Kind = FieldKind.Lines, Length = 2000 };

    public static readonly FieldDefinition MinimumScore = Course(
        "MinimumScore",
        part => part.MinimumScore.ToString(CultureInfo.InvariantCulture),
        (part, text) => part with { MinimumScore = FieldText.Whole(text) })
        with { Kind = FieldKind.Number, Maximum = 100 };

    public static readonly FieldDefinition Lessons = Course(
        "Lessons",
        part => string.Join('\n', part.Lessons),
        (part, text) => part with { Lessons = FieldText.Lines(text) })
        with { Kind = FieldKind.Lessons, Length = 20_000 };

    /// <summary>The image shown with a course.</summary>
    public static readonly FieldDefinition Cover = Course(
        "Cover",
        part => part.Cover ?? string.Empty,
        (part, text) => part with { Cover = text.Length == 0 ? null : text })
        with { Kind = FieldKind.Picture };

    /// <summary>What can be downloaded with a document.</summary>
    public static readonly FieldDefinition Files = new(
        "FilesPart.Addresses",
        FieldKind.Files,
        parts => string.Join('\n', parts.FilesPart?.Addresses ?? []),
        (parts, text) => parts with { FilesPart = FieldText.Lines(text) is { Count: > 0 } addresses ? new FilesPart(addresses) : null })
    { Length = 5000 };

    /// <summary>A value that only some types have, kept by name.</summary>
    /// <param name="key">As in a package's front matter.</param>
    public static FieldDefinition Named(string key, FieldKind kind, int length = 300) => new(
        $"FieldsPart.{key}",
        kind,
        parts => parts.FieldsPart?.Values.GetValueOrDefault(key) ?? string.Empty,
        (parts, text) => WithValue(parts, key, text))
    { Length = length };

    /// <summary>Options whose labels stand in the resources under <c>content.{group}.{value}</c>.</summary>
    public static IReadOnlyList<FieldOption> Choices(string group, params string[] values) =>
        [.. values.Select(value => new FieldOption(value, $"content.{group}.{value}"))];

    /// <summary>The parts with one more named value, sorted by name so that the hash does not depend on their order.</summary>
    /// <param name="text">Empty to take the value away.</param>
    public static ContentParts WithValue(ContentParts parts, string key, string text)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parts.FieldsPart?.Values ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        values.Remove(key);
        if (text.Length > 0)
        {
            values[key] = text;
        }

        return parts with { FieldsPart = new FieldsPart(values) };
    }

    private static ContentParts Learning(ContentParts parts, Func<LearningPart, LearningPart> change) =>
        parts with { LearningPart = change(parts.LearningPart ?? new LearningPart()) };

    private static FieldDefinition Course(string member, Func<CoursePart, string> read, Func<CoursePart, string, CoursePart> write) => new(
        $"CoursePart.{member}",
        FieldKind.Choice,
        parts => parts.CoursePart is { } part ? read(part) : string.Empty,
        (parts, text) => parts with { CoursePart = write(parts.CoursePart ?? CourseType.NewCourse, text) });
}
