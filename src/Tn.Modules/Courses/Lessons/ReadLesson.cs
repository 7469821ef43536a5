using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Platform.Data;

namespace Tn.Courses.Lessons;

/// <summary>What follows a lesson declared read.</summary>
/// <param name="Next">The next lesson, or null after the last.</param>
internal sealed record LessonWasRead(CourseEdition Edition, LessonOutline? Next, bool CourseCompleted);

/// <summary>The act behind « J’ai lu cette leçon ».</summary>
internal sealed class ReadLesson(TnDbContext db, LearnerCourses courses, RecordCompletion completion)
{
    /// <summary>Marks a lesson of the actor's own enrolment as read to its end.</summary>
    public async Task<Outcome<LessonWasRead>> MarkAsync(string courseSlug, string lessonSlug, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        return await Collisions.LookAgainAsync(db, () => TryAsync(courseSlug, lessonSlug, person, act, cancellationToken));
    }

    private async Task<Outcome<LessonWasRead>> TryAsync(string courseSlug, string lessonSlug, PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        var course = await courses.FindAsync(courseSlug, person, toChange: true, cancellationToken);
        if (course?.Enrolment is not { } enrolment)
        {
            return new Refusal("courses.not-enrolled");
        }

        if (course.Edition.LessonAt(lessonSlug) is not { } lesson)
        {
            return new Refusal("courses.lesson-unknown");
        }

        enrolment.MarkRead(lesson, course.Edition, act.At);
        var completed = await completion.IfMetAsync(enrolment, course.Edition, course.Attempts, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new LessonWasRead(course.Edition, course.Edition.LessonAfter(lesson), completed);
    }
}
