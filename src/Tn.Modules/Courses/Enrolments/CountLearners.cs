using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>Implements <see cref="ICourseLearners"/>: one query, over the index on a course's enrolments.</summary>
internal sealed class CountLearners(TnDbContext db, ICourseCatalogue catalogue) : ICourseLearners
{
    public async Task<CourseLearners> OfAsync(string courseItemId, CancellationToken cancellationToken)
    {
        var current = (await catalogue.ListAsync(cancellationToken)).FirstOrDefault(edition => edition.CourseItemId == courseItemId)?.EditionId;
        var groups = await db.Set<Enrolment>().AsNoTracking()
            .Where(row => row.CourseItemId == courseItemId)
            .GroupBy(row => new { OnCurrent = row.EditionId == current, Completed = row.CompletedUtc != null })
            .Select(group => new { group.Key.OnCurrent, group.Key.Completed, Number = group.Count() })
            .ToListAsync(cancellationToken);
        return new CourseLearners(
            groups.Where(group => group is { OnCurrent: true, Completed: false }).Sum(group => group.Number),
            groups.Sum(group => group.Number),
            groups.Where(group => group.Completed).Sum(group => group.Number));
    }
}
