using Tn.Courses.Completion;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>The act of taking the newest edition of a course, at the learner's own request.</summary>
internal sealed class MoveToEdition(TnDbContext db, LearnerCourses courses, RecordCompletion completion)
{
    /// <summary>Moves the actor's own enrolment; what did not change stays read and answered.</summary>
    public async Task<Outcome> MoveAsync(string courseSlug, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        return await Collisions.LookAgainAsync(db, () => TryAsync(courseSlug, person, act, cancellationToken));
    }

    private async Task<Outcome> TryAsync(string courseSlug, PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        var course = await courses.FindAsync(courseSlug, person, toChange: true, cancellationToken);
        if (course?.Enrolment is not { } enrolment)
        {
            return new Refusal("courses.not-enrolled");
        }

        if (course.HasNewerEdition)
        {
            enrolment.MoveTo(course.Current!, act.At);
            await completion.IfMetAsync(enrolment, course.Current!, course.Attempts, act, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Outcome.Done;
    }
}
