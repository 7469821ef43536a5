using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Courses.Completion;

/// <summary>Tells other modules what people completed.</summary>
internal sealed class Completions(TnDbContext db) : ICompletions
{
    public async Task<IReadOnlyList<CompletedCourse>> OfAsync(PersonId person, CancellationToken cancellationToken) =>
        await db.Set<CompletionStatement>().AsNoTracking()
            .Where(statement => statement.Holder == person)
            .OrderByDescending(statement => statement.CompletedUtc)
            .Select(statement => new CompletedCourse(statement.CourseItemId, statement.CourseSlug, statement.CourseTitle, statement.CompletedUtc, statement.Code))
            .ToListAsync(cancellationToken);
}
