using Tn.Content.Menus;

namespace Tn.Content.Documents;

/// <summary>What a version says, as Orchard-like parts. Absent parts are null; a version's parts never change.</summary>
internal sealed record ContentParts
{
    public required TitlePart TitlePart { get; init; }

    public MarkdownBodyPart? MarkdownBodyPart { get; init; }

    public AutoroutePart? AutoroutePart { get; init; }

    public ContainedPart? ContainedPart { get; init; }

    public LearningPart? LearningPart { get; init; }

    public CoursePart? CoursePart { get; init; }

    public QuestionBankPart? QuestionBankPart { get; init; }

    public ReviewPart? ReviewPart { get; init; }

    public FieldsPart? FieldsPart { get; init; }

    public MenuPart? MenuPart { get; init; }

    public HomePart? HomePart { get; init; }

    public LocalizationPart? LocalizationPart { get; init; }

    public FilesPart? FilesPart { get; init; }

    /// <summary>Where it came from; not part of what is hashed and voted on.</summary>
    public ProvenancePart? ProvenancePart { get; init; }

    /// <summary>The text the author writes: Markdown, GIFT for a bank, lines for a menu or the home page.</summary>
    public string Source => MarkdownBodyPart?.Markdown ?? QuestionBankPart?.Gift ?? MenuPart?.Source ?? HomePart?.Source ?? string.Empty;
}

/// <param name="Title">As shown.</param>
internal sealed record TitlePart(string Title);

/// <param name="Markdown">As the author wrote it, line ends normalised.</param>
internal sealed record MarkdownBodyPart(string Markdown);

/// <param name="Path">Site-relative address, without the first slash.</param>
internal sealed record AutoroutePart(string Path);

/// <summary>Belongs to a container: a lesson to its course.</summary>
internal sealed record ContainedPart(string ListContentItemId, string ListContentType, int Order);

/// <summary>What is told of a document before one opens it.</summary>
internal sealed record LearningPart
{
    public string Summary { get; init; } = string.Empty;

    public IReadOnlyList<string> Objectives { get; init; } = [];

    public string? Axis { get; init; }

    public int Minutes { get; init; }

    public IReadOnlyList<Source> Sources { get; init; } = [];
}

/// <summary>What makes a course.</summary>
/// <param name="Lessons">Item ids, in order: removing a lesson is a change of the course.</param>
internal sealed record CoursePart(
    string Audience,
    string Level,
    IReadOnlyList<string> Prerequisites,
    int MinimumScore,
    IReadOnlyList<string> Lessons)
{
    /// <summary>The address in the library of the image shown with the course, or null.</summary>
    public string? Cover { get; init; }
}

/// <summary>What goes with a document, to be downloaded.</summary>
/// <param name="Addresses">In the library, in the order shown.</param>
internal sealed record FilesPart(IReadOnlyList<string> Addresses);

/// <param name="Gift">Items in Moodle's GIFT format.</param>
/// <param name="Axis">Of all its items.</param>
internal sealed record QuestionBankPart(string Gift, string Axis);

/// <param name="ReviewBy">When the committee must look at it again.</param>
internal sealed record ReviewPart(DateOnly? ReviewBy);

/// <summary>The front matter's other values, sorted by name so that the hash does not depend on their order.</summary>
internal sealed record FieldsPart(IReadOnlyDictionary<string, string> Values);

/// <summary>The same content in several languages. A document without it is in French and stands alone.</summary>
/// <param name="Culture">As in <c>lang</c>: <c>fr</c>, <c>en</c>.</param>
/// <param name="LocalizationSet">Shared by the items of the set, 26 characters.</param>
/// <param name="SourceVersionId">The version this one translates; null for the source itself.</param>
internal sealed record LocalizationPart(string Culture, string LocalizationSet, string? SourceVersionId = null)
{
    public const string French = "fr";
    public const string English = "en";
}

/// <param name="Package">The package's id.</param>
/// <param name="Path">In the package.</param>
/// <param name="SourceHash">Content hash as last installed: a different hash today means a local edit.</param>
internal sealed record ProvenancePart(string Package, string PackageVersion, string Path, string Licence, IReadOnlyList<string> Authors, string SourceHash);
