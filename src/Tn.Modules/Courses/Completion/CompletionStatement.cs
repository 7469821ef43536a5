using Tn.Courses.Enrolments;

namespace Tn.Courses.Completion;

/// <summary>
/// The attestation de suivi: says that a person took a course to its end, on which day, by which rule.
/// Written once with the facts of that day and never changed; it certifies no skill.
/// </summary>
internal sealed class CompletionStatement
{
    private CompletionStatement()
    {
    }

    /// <summary>See <see cref="StatementCode"/>.</summary>
    public string Code { get; private set; } = string.Empty;

    public PersonId Holder { get; private set; }

    /// <summary>The name on that day.</summary>
    public string HolderName { get; private set; } = string.Empty;

    public string CourseItemId { get; private set; } = string.Empty;

    public string CourseSlug { get; private set; } = string.Empty;

    public string CourseTitle { get; private set; } = string.Empty;

    public string EditionId { get; private set; } = string.Empty;

    public string Axis { get; private set; } = string.Empty;

    public int Minutes { get; private set; }

    public int Lessons { get; private set; }

    public int Questions { get; private set; }

    /// <summary>Percent of the questions right at the last try on that day.</summary>
    public int ScorePercent { get; private set; }

    public DateTimeOffset CompletedUtc { get; private set; }

    /// <summary>Writes the statement of a course just completed.</summary>
    public static CompletionStatement Write(PersonId holder, string holderName, CourseEdition edition, CourseProgress progress, DateTimeOffset at) => new()
    {
        Code = StatementCode.New(),
        Holder = holder,
        HolderName = holderName,
        CourseItemId = edition.CourseItemId,
        CourseSlug = edition.Slug,
        CourseTitle = edition.Title,
        EditionId = edition.EditionId,
        Axis = edition.Axis,
        Minutes = edition.Minutes,
        Lessons = progress.Lessons,
        Questions = progress.Questions,
        ScorePercent = progress.ScorePercent,
        CompletedUtc = at,
    };
}
