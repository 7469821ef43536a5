using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>The content types this programme knows.</summary>
public static class ContentTypes
{
    public const string Course = "Course";
    public const string Lesson = "Lesson";
    public const string Page = "Page";
    public const string TeachingMaterial = "TeachingMaterial";
    public const string Webinar = "Webinar";
    public const string Charter = "Charter";
    public const string News = "News";

    /// <summary>A thematic axis.</summary>
    public const string Axis = "Axis";

    /// <summary>A menu of the layout; has no page of its own.</summary>
    public const string Menu = "Menu";

    /// <summary>The home page's headline and blocks.</summary>
    public const string Home = "Home";

    /// <summary>A certification bank; never shown by a public page.</summary>
    public const string QuestionBank = "QuestionBank";
}

/// <summary>A published document, or an earlier version that was once published.</summary>
/// <param name="ItemId">Shared by all versions, 26 characters.</param>
/// <param name="VersionId">Of this version; its content never changes.</param>
/// <param name="Slug">Last part of its address.</param>
/// <param name="Html">Sanitised, ready to be shown; facilitator's notes are left out.</param>
/// <param name="Markdown">The source as the author wrote it, line ends normalised: the canonical text of a charter.</param>
/// <param name="Fields">
/// The front matter's other values (for example <c>kind</c>, <c>audience</c>, <c>number</c>, <c>minutes</c>). A list has one entry a line;
/// an entry with several values (a speaker's name and role) has them separated by <c> | </c>, in the author's order.
/// </param>
public sealed record PublishedDocument(
    string ItemId,
    string VersionId,
    string ContentType,
    string Slug,
    string Title,
    string Summary,
    string? Axis,
    DateOnly? ReviewBy,
    DateTimeOffset PublishedUtc,
    string Html,
    string Markdown,
    IReadOnlyDictionary<string, string> Fields);

/// <summary>Published pages, materials, webinars, charters. Implemented by Content; never returns a draft.</summary>
public interface IPublishedDocuments
{
    /// <summary>All published documents of a type, by title.</summary>
    Task<IReadOnlyList<PublishedDocument>> ListAsync(string contentType, CancellationToken cancellationToken);

    /// <summary>The published document at an address, or null.</summary>
    Task<PublishedDocument?> FindAsync(string contentType, string slug, CancellationToken cancellationToken);

    /// <summary>A version that is or was published, or null; drafts are never found.</summary>
    Task<PublishedDocument?> FindVersionAsync(string versionId, CancellationToken cancellationToken);

    /// <summary>All versions of an item that are or were published, newest first.</summary>
    Task<IReadOnlyList<PublishedDocument>> HistoryAsync(string itemId, CancellationToken cancellationToken);
}

/// <summary>A course as published at one time: the course's version and its lessons' versions, pinned together.</summary>
/// <param name="EditionId">Of this pinned set; learners enrol in an edition and stay on it.</param>
/// <param name="Audience"><c>conseiller</c>, <c>consultant</c> or <c>tous</c>.</param>
/// <param name="Level"><c>decouverte</c>, <c>pratique</c> or <c>approfondi</c>.</param>
/// <param name="Minutes">Time to take the whole course.</param>
/// <param name="MinimumScore">Percent of the course's questions to be right at the last try, 0 to 100.</param>
public sealed record CourseEdition(
    string EditionId,
    string CourseItemId,
    string CourseVersionId,
    string Slug,
    string Title,
    string Summary,
    IReadOnlyList<string> Objectives,
    string Audience,
    string Level,
    int Minutes,
    string Axis,
    IReadOnlyList<string> Prerequisites,
    DateOnly? ReviewBy,
    int MinimumScore,
    DateTimeOffset PublishedUtc,
    IReadOnlyList<LessonOutline> Lessons)
{
    /// <summary>The image shown with it, or null.</summary>
    public CoursePicture? Cover { get; init; }
}

/// <summary>An image with all a page needs to show it.</summary>
/// <param name="Url">Site-relative.</param>
/// <param name="Alt">What it shows; empty when it only decorates.</param>
/// <param name="Width">In pixels; 0 when not known.</param>
/// <param name="Caption">Its author and licence, as the licence asks.</param>
public sealed record CoursePicture(string Url, string Alt, int Width, int Height, string Caption);

/// <summary>A lesson in an edition.</summary>
/// <param name="QuestionIds">Of the questions that stand in it, in order.</param>
public sealed record LessonOutline(
    string ItemId,
    string VersionId,
    string Slug,
    string Title,
    int Minutes,
    IReadOnlyList<string> Objectives,
    IReadOnlyList<string> QuestionIds);

/// <summary>A lesson rendered once per version and cached; its parts stand in reading order.</summary>
/// <param name="Contents">The headings, for the table of contents.</param>
/// <param name="Sources">What the author leans on.</param>
public sealed record LessonBody(
    string VersionId,
    IReadOnlyList<LessonPart> Parts,
    IReadOnlyList<Heading> Contents,
    IReadOnlyList<Source> Sources,
    int Words);

/// <summary>A piece of a lesson: text, a question, or notes for the facilitator.</summary>
public abstract record LessonPart;

/// <summary>Text: sanitised HTML.</summary>
public sealed record TextPart(string Html) : LessonPart;

/// <summary>A question in place.</summary>
public sealed record QuestionPart(Question Question) : LessonPart;

/// <summary>Notes for whoever runs the workshop: shown only with <see cref="Permission.ReadFacilitatorNotes"/>.</summary>
public sealed record FacilitatorPart(string Html) : LessonPart;

/// <summary>A heading of a lesson.</summary>
/// <param name="Anchor">Its id in the page.</param>
/// <param name="Level">2 to 4.</param>
public sealed record Heading(string Anchor, string Text, int Level);

/// <summary>A source of a lesson.</summary>
public sealed record Source(string Title, string Publisher, int? Year, string Url);

/// <summary>Courses as published. Implemented by Content; editions once published are found for good.</summary>
public interface ICourseCatalogue
{
    /// <summary>The current edition of every published course, by axis then title. Cached.</summary>
    Task<IReadOnlyList<CourseEdition>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The current edition at an address, or null.</summary>
    Task<CourseEdition?> FindAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Any edition ever published, or null.</summary>
    Task<CourseEdition?> FindEditionAsync(string editionId, CancellationToken cancellationToken);

    /// <summary>The body of a lesson version that is or was published, or null. Cached: same instance for the same version.</summary>
    Task<LessonBody?> FindLessonAsync(string lessonVersionId, CancellationToken cancellationToken);
}

/// <summary>A certification bank in force. Implemented by Content, read by Certification, never by pages.</summary>
public interface IQuestionBanks
{
    /// <summary>The items of every published bank, each with its version and axis.</summary>
    Task<IReadOnlyList<BankItem>> ItemsAsync(CancellationToken cancellationToken);
}

/// <summary>An item of a bank.</summary>
/// <param name="VersionId">SHA-256 of the item's text and key: changes with any change, so a sitting can pin it.</param>
public sealed record BankItem(string ItemId, string VersionId, string Axis, Question Question);

/// <summary>A document became public, or a new version of it did.</summary>
[EventName("content.published")]
public sealed record ContentPublished(string ItemId, string VersionId, string ContentType, string Slug) : IEvent;

/// <summary>A document is public no more.</summary>
[EventName("content.archived")]
public sealed record ContentArchived(string ItemId, string ContentType, string Slug) : IEvent;

/// <summary>A version was submitted to the committee.</summary>
[EventName("content.submitted")]
public sealed record ContentSubmitted(Guid Submission, string Title, PersonId? Author) : IEvent;
