using Microsoft.EntityFrameworkCore;
using Tn.Courses.Enrolments;
using Tn.Platform.Data;

namespace Tn.Courses.Lessons;

/// <summary>The act of remembering at which heading a learner stopped. Sent by the page while she reads.</summary>
internal sealed class KeepPosition(TnDbContext db, WriteGate gate, LearnerCourses courses, ICourseCatalogue catalogue)
{
    /// <summary>
    /// Keeps the place in the actor's own enrolment. One UPDATE that leaves the revision alone:
    /// a place sent in the background never makes an answer collide.
    /// </summary>
    /// <param name="anchor">A heading of the lesson; anything else means its top.</param>
    public async Task<Outcome> KeepAsync(string courseSlug, string lessonSlug, string? anchor, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        var course = await courses.FindAsync(courseSlug, person, toChange: false, cancellationToken);
        if (course?.Enrolment is not { } enrolment)
        {
            return new Refusal("courses.not-enrolled");
        }

        if (course.Edition.LessonAt(lessonSlug) is not { } lesson)
        {
            return new Refusal("courses.lesson-unknown");
        }

        var body = await catalogue.FindLessonAsync(lesson.VersionId, cancellationToken);
        var heading = body?.Contents.FirstOrDefault(one => one.Anchor == anchor)?.Anchor;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<Enrolment>()
            .Where(row => row.Id == enrolment.Id && row.LastSeenUtc <= act.At)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.LastLesson, lesson.ItemId)
                    .SetProperty(row => row.LastAnchor, heading)
                    .SetProperty(row => row.LastSeenUtc, act.At),
                cancellationToken);
        return Outcome.Done;
    }
}
