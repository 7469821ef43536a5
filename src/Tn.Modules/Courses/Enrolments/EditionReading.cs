namespace Tn.Courses.Enrolments;

/// <summary>Finding one's way among an edition's lessons.</summary>
internal static class EditionReading
{
    /// <summary>The lesson at an address, or null.</summary>
    public static LessonOutline? LessonAt(this CourseEdition edition, string slug) =>
        edition.Lessons.FirstOrDefault(lesson => lesson.Slug == slug);

    /// <summary>1 for the first lesson.</summary>
    public static int NumberOf(this CourseEdition edition, LessonOutline lesson)
    {
        for (var index = 0; index < edition.Lessons.Count; index++)
        {
            if (edition.Lessons[index].ItemId == lesson.ItemId)
            {
                return index + 1;
            }
        }

        return 0;
    }

    /// <summary>The lesson before, or null at the beginning.</summary>
    public static LessonOutline? LessonBefore(this CourseEdition edition, LessonOutline lesson) =>
        edition.Lessons.ElementAtOrDefault(edition.NumberOf(lesson) - 2);

    /// <summary>The lesson after, or null at the end.</summary>
    public static LessonOutline? LessonAfter(this CourseEdition edition, LessonOutline lesson) =>
        edition.Lessons.ElementAtOrDefault(edition.NumberOf(lesson));

    /// <summary>How many questions the whole edition asks.</summary>
    public static int QuestionCount(this CourseEdition edition) =>
        edition.Lessons.Sum(lesson => lesson.QuestionIds.Count);

    /// <summary>Site-relative address of a course.</summary>
    public static string Address(this CourseEdition edition) => $"/formations/{edition.Slug}";

    /// <summary>Site-relative address of a lesson.</summary>
    public static string AddressOf(this CourseEdition edition, LessonOutline lesson) => $"/formations/{edition.Slug}/{lesson.Slug}";
}
