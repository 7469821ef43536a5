using Tn.Courses.Enrolments;
using Tn.Platform.Web;

namespace Tn.Courses.Lessons;

/// <summary>A course's lessons as a thread with knots.</summary>
internal static class LessonThread
{
    /// <summary>Read, here, to come. Without a lesson being read, the learner stands at the first unread one.</summary>
    /// <param name="here">The lesson on the page, or null on the course's page.</param>
    public static IReadOnlyList<ThreadStep> Of(LearnerCourse course, LessonOutline? here, Texts texts)
    {
        var stands = here ?? (course.Enrolment is { } enrolment ? course.Edition.Lessons.FirstOrDefault(lesson => !enrolment.HasRead(lesson)) : null);
        return [.. course.Edition.Lessons.Select((lesson, index) => new ThreadStep(
            $"{index + 1}. {lesson.Title}",
            KnotOf(course, lesson, stands),
            texts.Minutes(lesson.Minutes),
            lesson.ItemId == here?.ItemId ? null : course.Edition.AddressOf(lesson),
            Language: Languages.Of()))];
    }

    private static ThreadKnot KnotOf(LearnerCourse course, LessonOutline lesson, LessonOutline? stands)
    {
        if (lesson.ItemId == stands?.ItemId)
        {
            return ThreadKnot.Here;
        }

        return course.Enrolment?.HasRead(lesson) == true ? ThreadKnot.Done : ThreadKnot.Next;
    }
}
