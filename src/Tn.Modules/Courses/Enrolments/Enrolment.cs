using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>An enrolment's identity.</summary>
internal readonly record struct EnrolmentId(Guid Value) : IGuidId<EnrolmentId>
{
    public static EnrolmentId From(Guid value) => new(value);

    public static EnrolmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>
/// One person taking one course. The learner stays on the edition that was current at the start
/// until she chooses to move: what she reads and is asked never changes under her eyes.
/// </summary>
internal sealed class Enrolment : IRevisioned
{
    private Enrolment()
    {
    }

    public EnrolmentId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string CourseItemId { get; private set; } = string.Empty;

    /// <summary>The course's address when she enrolled: her record stays reachable when the course is archived.</summary>
    public string CourseSlug { get; private set; } = string.Empty;

    /// <summary>The pinned edition.</summary>
    public string EditionId { get; private set; } = string.Empty;

    public DateTimeOffset StartedUtc { get; private set; }

    /// <summary>
    /// Versions of the lessons declared read. Versions, not lessons: after a move to a newer edition,
    /// a lesson that did not change is still read, and one that did is to be read again.
    /// </summary>
    public IReadOnlyList<string> LessonsRead { get; private set; } = [];

    /// <summary>Item id of the lesson where she stopped; null before the first.</summary>
    public string? LastLesson { get; private set; }

    /// <summary>Anchor of the heading where she stopped; null at the top.</summary>
    public string? LastAnchor { get; private set; }

    public DateTimeOffset LastSeenUtc { get; private set; }

    /// <summary>When the completion rule was first met; it is never taken back.</summary>
    public DateTimeOffset? CompletedUtc { get; private set; }

    public int Revision { get; set; }

    /// <summary>Starts a course on its current edition.</summary>
    public static Enrolment Begin(PersonId person, CourseEdition edition, DateTimeOffset at) => new()
    {
        Id = EnrolmentId.New(at),
        Person = person,
        CourseItemId = edition.CourseItemId,
        CourseSlug = edition.Slug,
        EditionId = edition.EditionId,
        StartedUtc = at,
        LastSeenUtc = at,
    };

    /// <summary>True when this very version of the lesson was declared read.</summary>
    public bool HasRead(LessonOutline lesson) => LessonsRead.Contains(lesson.VersionId);

    /// <summary>
    /// Declares a lesson read to its end; saying it twice changes nothing.
    /// The place to resume moves to the top of the next lesson.
    /// </summary>
    public void MarkRead(LessonOutline lesson, CourseEdition edition, DateTimeOffset at)
    {
        if (!HasRead(lesson))
        {
            LessonsRead = [.. LessonsRead, lesson.VersionId];
        }

        StopAt(edition.LessonAfter(lesson) ?? lesson, null, at);
    }

    /// <summary>Keeps the place where she stopped.</summary>
    public void StopAt(LessonOutline lesson, string? anchor, DateTimeOffset at)
    {
        LastLesson = lesson.ItemId;
        LastAnchor = anchor;
        LastSeenUtc = at;
    }

    /// <summary>Takes a newer edition, at the learner's own request. Unchanged lessons stay read.</summary>
    public void MoveTo(CourseEdition edition, DateTimeOffset at)
    {
        EditionId = edition.EditionId;
        CourseSlug = edition.Slug;
        LastSeenUtc = at;
    }

    /// <summary>Records the completion, once.</summary>
    /// <returns>False when it was already recorded.</returns>
    public bool Complete(DateTimeOffset at)
    {
        if (CompletedUtc is not null)
        {
            return false;
        }

        CompletedUtc = at;
        return true;
    }
}
