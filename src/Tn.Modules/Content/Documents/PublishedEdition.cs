namespace Tn.Content.Documents;

/// <summary>A course as published at one time, with its lessons' versions pinned. Never changes: learners stay on theirs.</summary>
internal sealed class PublishedEdition
{
    private PublishedEdition()
    {
    }

    public string EditionId { get; private init; } = string.Empty;

    public string CourseItemId { get; private init; } = string.Empty;

    public string Slug { get; private init; } = string.Empty;

    /// <summary>The course's item id while this edition is the current one, else null.</summary>
    public string? CurrentKey { get; private set; }

    public DateTimeOffset PublishedUtc { get; private init; }

    public CourseEdition Snapshot { get; private init; } = null!;

    /// <summary>Pins a course's version and its lessons' versions together, as the current edition.</summary>
    /// <param name="lessons">In the course's order.</param>
    public static PublishedEdition Of(ContentVersion course, IReadOnlyList<ContentVersion> lessons, DateTimeOffset now)
    {
        var id = ContentId.New();
        return new PublishedEdition
        {
            EditionId = id,
            CourseItemId = course.ItemId,
            Slug = course.Slug,
            CurrentKey = course.ItemId,
            PublishedUtc = now,
            Snapshot = Describe(id, course, lessons, now),
        };
    }

    /// <summary>A newer edition takes its place, or the course is archived.</summary>
    public void Retire() => CurrentKey = null;

    private static CourseEdition Describe(string id, ContentVersion course, IReadOnlyList<ContentVersion> lessons, DateTimeOffset now)
    {
        var learning = course.Parts.LearningPart ?? new LearningPart();
        var rules = course.Parts.CoursePart ?? throw new InvalidOperationException($"{course.VersionId} is not a course.");
        return new CourseEdition(
            id,
            course.ItemId,
            course.VersionId,
            course.Slug,
            course.DisplayText,
            learning.Summary,
            learning.Objectives,
            rules.Audience,
            rules.Level,
            learning.Minutes,
            learning.Axis ?? string.Empty,
            rules.Prerequisites,
            course.Parts.ReviewPart?.ReviewBy,
            rules.MinimumScore,
            now,
            [.. lessons.Select(Outline)])
        {
            // The library says the rest when the course is shown: words and author may be completed later.
            Cover = rules.Cover is { } address ? new CoursePicture(address, string.Empty, 0, 0, string.Empty) : null,
        };
    }

    private static LessonOutline Outline(ContentVersion lesson) => new(
        lesson.ItemId,
        lesson.VersionId,
        lesson.Slug,
        lesson.DisplayText,
        lesson.Parts.LearningPart?.Minutes ?? 0,
        lesson.Parts.LearningPart?.Objectives ?? [],
        [.. lesson.Rendered.Questions.Select(question => question.Id)]);
}
