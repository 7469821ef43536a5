using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>A course's lessons as an author sees them: their latest versions, drafts too.</summary>
internal sealed class CourseLessons(TnDbContext db)
{
    /// <summary>Those the course names, in its order, then those it had and set aside.</summary>
    public async Task<IReadOnlyList<LessonLine>> OfAsync(ContentVersion course, CancellationToken cancellationToken)
    {
        var order = course.Parts.CoursePart?.Lessons ?? [];
        var rows = await db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ContainerId == course.ItemId && row.LatestKey != null && row.DeletedUtc == null)
            .OrderBy(row => row.DisplayText)
            .Take(500)
            .Select(row => new { row.ItemId, row.DisplayText, Published = row.PublishedKey != null })
            .ToListAsync(cancellationToken);
        var byId = rows.ToDictionary(row => row.ItemId, StringComparer.Ordinal);
        return
        [
            .. order.Where(byId.ContainsKey).Select(id => new LessonLine(id, byId[id].DisplayText, byId[id].Published, InCourse: true)),
            .. rows.Where(row => !order.Contains(row.ItemId, StringComparer.Ordinal)).Select(row => new LessonLine(row.ItemId, row.DisplayText, row.Published, InCourse: false)),
        ];
    }

    /// <summary>What goes to the committee with a document: a course takes the drafts of its lessons along.</summary>
    /// <param name="latest">The document's latest version, tracked.</param>
    /// <returns>Drafts only, the document first when it is one; tracked.</returns>
    public async Task<IReadOnlyList<ContentVersion>> DraftsAsync(ContentVersion latest, CancellationToken cancellationToken)
    {
        var drafts = new List<ContentVersion>();
        if (!latest.Published)
        {
            drafts.Add(latest);
        }

        if (latest.Parts.CoursePart is { Lessons: { Count: > 0 } ids })
        {
            drafts.AddRange(await db.Set<ContentVersion>()
                .Where(row => row.LatestKey != null && row.PublishedKey == null && row.DeletedUtc == null && ids.Contains(row.LatestKey))
                .ToListAsync(cancellationToken));
        }

        return drafts;
    }
}

/// <param name="Published">Its latest version is public.</param>
/// <param name="InCourse">False for a lesson set aside.</param>
internal sealed record LessonLine(string ItemId, string Title, bool Published, bool InCourse);
