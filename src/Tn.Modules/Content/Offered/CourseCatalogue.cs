using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Media.Showing;
using Tn.Platform.Data;

namespace Tn.Content.Offered;

/// <summary>Implements <see cref="ICourseCatalogue"/> over the editions that publications left.</summary>
internal sealed class CourseCatalogue(TnDbContext db, ContentCache cache, Pictures pictures) : ICourseCatalogue
{
    public Task<IReadOnlyList<CourseEdition>> ListAsync(CancellationToken cancellationToken) =>
        cache.CurrentAsync<IReadOnlyList<CourseEdition>>("content:editions", async () =>
        {
            var rows = await db.Set<PublishedEdition>().AsNoTracking().Where(row => row.CurrentKey != null).Select(row => row.Snapshot).ToListAsync(cancellationToken);
            var axes = Axes.All.Select(axis => axis.Key).ToList();
            return await pictures.CoverAsync([.. rows.OrderBy(edition => axes.IndexOf(edition.Axis)).ThenBy(edition => edition.Title, StringComparer.Create(French.Culture, ignoreCase: true))], cancellationToken);
        });

    public async Task<CourseEdition?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        return all.FirstOrDefault(edition => edition.Slug == slug);
    }

    public async Task<CourseEdition?> FindEditionAsync(string editionId, CancellationToken cancellationToken)
    {
        var edition = await FindStoredEditionAsync(editionId, cancellationToken);
        return edition is not { Cover: not null }
            ? edition
            : await cache.CurrentAsync($"content:covered:{editionId}", async () => (await pictures.CoverAsync([edition], cancellationToken))[0]);
    }

    private Task<CourseEdition?> FindStoredEditionAsync(string editionId, CancellationToken cancellationToken) =>
        cache.PinnedAsync($"content:edition:{editionId}", () => db.Set<PublishedEdition>().AsNoTracking()
            .Where(row => row.EditionId == editionId)
            .Select(row => row.Snapshot)
            .SingleOrDefaultAsync(cancellationToken)!);

    public async Task<LessonBody?> FindLessonAsync(string lessonVersionId, CancellationToken cancellationToken)
    {
        var lesson = await FindStoredAsync(lessonVersionId, cancellationToken);
        // What is told of an image may change after the text: dressed lessons are remembered for less long.
        return lesson is not { HasMedias: true }
            ? lesson?.Body
            : await cache.CurrentAsync($"content:dressed:{lessonVersionId}", () => pictures.DressAsync(lesson.Body, cancellationToken));
    }

    private Task<StoredLesson?> FindStoredAsync(string lessonVersionId, CancellationToken cancellationToken) =>
        cache.PinnedAsync($"content:lesson:{lessonVersionId}", async () =>
        {
            var row = await db.Set<ContentVersion>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.VersionId == lessonVersionId && row.PublishedUtc != null, cancellationToken);
            return row is null ? null : new StoredLesson(row.Rendered.ToLesson(row.VersionId, row.Parts.LearningPart?.Sources ?? []), Pictures.IsIn(row.Rendered.AllHtml));
        });

    private sealed record StoredLesson(LessonBody Body, bool HasMedias);
}
