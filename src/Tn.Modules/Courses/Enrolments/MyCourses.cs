using Microsoft.EntityFrameworkCore;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>A person's courses, all at once.</summary>
internal sealed class MyCourses(TnDbContext db, ICourseCatalogue catalogue)
{
    /// <summary>Her courses with full progress, the one she touched last first. Two queries.</summary>
    public async Task<IReadOnlyList<LearnerCourse>> ListAsync(PersonId person, CancellationToken cancellationToken)
    {
        var enrolments = await EnrolmentsAsync(person, cancellationToken);
        var attempts = (await db.Set<QuestionAttempt>().AsNoTracking()
            .Where(attempt => db.Set<Enrolment>().Any(row => row.Id == attempt.Enrolment && row.Person == person))
            .Where(attempt => !db.Set<QuestionAttempt>()
                .Any(later => later.Enrolment == attempt.Enrolment && later.QuestionId == attempt.QuestionId && later.Number > attempt.Number))
            .ToListAsync(cancellationToken)).ToLookup(attempt => attempt.Enrolment);

        var courses = new List<LearnerCourse>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            if (await catalogue.FindEditionAsync(enrolment.EditionId, cancellationToken) is { } edition)
            {
                var current = await catalogue.FindAsync(edition.Slug, cancellationToken);
                courses.Add(new LearnerCourse(edition, current, enrolment, [.. attempts[enrolment.Id]]));
            }
        }

        return courses;
    }

    /// <summary>How many lessons she has read of each course she began, by course item id. One query: for cards.</summary>
    public async Task<IReadOnlyDictionary<string, CourseProgress>> ReadingAsync(PersonId person, CancellationToken cancellationToken)
    {
        var progress = new Dictionary<string, CourseProgress>();
        foreach (var enrolment in await EnrolmentsAsync(person, cancellationToken))
        {
            if (await catalogue.FindEditionAsync(enrolment.EditionId, cancellationToken) is { } edition)
            {
                progress[enrolment.CourseItemId] = CourseProgress.Of(edition, enrolment, []);
            }
        }

        return progress;
    }

    private Task<List<Enrolment>> EnrolmentsAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Set<Enrolment>().AsNoTracking()
            .Where(row => row.Person == person)
            .OrderByDescending(row => row.LastSeenUtc)
            .ToListAsync(cancellationToken);
}
