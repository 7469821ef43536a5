using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>Someone began a course.</summary>
[EventName("courses.enrolled")]
internal sealed record Enrolled(PersonId Person, string CourseItemId, string Slug, string EditionId) : IEvent;

/// <summary>The act of beginning a course. Beginning twice is beginning once.</summary>
internal sealed class Enrol(TnDbContext db, LearnerCourses courses)
{
    /// <summary>Enrols the actor in the current edition; open to everyone with an account.</summary>
    public async Task<Outcome<LearnerCourse>> BeginAsync(string courseSlug, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        return await Collisions.LookAgainAsync(db, () => TryAsync(courseSlug, person, act, cancellationToken));
    }

    private async Task<Outcome<LearnerCourse>> TryAsync(string courseSlug, PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        var course = await courses.FindAsync(courseSlug, person, toChange: true, cancellationToken);
        if (course is null)
        {
            return new Refusal("courses.course-unknown");
        }

        if (course.Enrolment is not null)
        {
            return course;
        }

        var enrolment = Enrolment.Begin(person, course.Edition, act.At);
        db.Set<Enrolment>().Add(enrolment);
        db.Record(new Enrolled(person, enrolment.CourseItemId, enrolment.CourseSlug, enrolment.EditionId), act);
        await db.SaveChangesAsync(cancellationToken);
        return course with { Enrolment = enrolment };
    }
}
