using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Content.Search;

/// <summary>Feeds search with courses, lessons, materials and pages as the public reads them: no note for the facilitator, no question.</summary>
internal sealed class ContentSource(TnDbContext db, ICourseCatalogue catalogue) : ISearchSource
{
    private static readonly string[] Types = [ContentTypes.Course, ContentTypes.Lesson, ContentTypes.TeachingMaterial, ContentTypes.Page];

    public IReadOnlyList<string> Kinds => [SearchKinds.Lesson, SearchKinds.Course, SearchKinds.Material, SearchKinds.Page];

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var editions = await catalogue.ListAsync(cancellationToken);
        var rows = db.Set<ContentVersion>().AsNoTracking().Where(row => row.PublishedKey != null && Types.Contains(row.ContentType)).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (Describe(row, editions) is { } document)
            {
                yield return document;
            }
        }
    }

    public async Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var row = await db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.PublishedKey == id, cancellationToken);
        return row is null || SearchKinds.Of(row.ContentType) != kind ? null : Describe(row, await catalogue.ListAsync(cancellationToken));
    }

    private static SearchDocument? Describe(ContentVersion version, IReadOnlyList<CourseEdition> editions) => version.ContentType switch
    {
        ContentTypes.Course => editions.FirstOrDefault(edition => edition.CourseItemId == version.ItemId) is { } own ? OfCourse(own) : null,
        ContentTypes.Lesson => editions.FirstOrDefault(edition => edition.CourseItemId == version.ContainerId) is { } course
            && course.Lessons.Any(lesson => lesson.VersionId == version.VersionId) ? OfLesson(version, course) : null,
        ContentTypes.TeachingMaterial => OfDocument(version, SearchKinds.Material, $"/ressources/{version.Slug}") with
        {
            Category = version.Parts.FieldsPart?.Values.GetValueOrDefault("kind"),
            Subtitle = Axes.NameOf(version.Parts.LearningPart?.Axis ?? string.Empty),
        },
        _ => OfDocument(version, SearchKinds.Page, SitePages.UrlOf(version.Slug)),
    };

    private static SearchDocument OfCourse(CourseEdition course) =>
        new(SearchKinds.Course, course.CourseItemId, course.Title, $"{course.Summary} {string.Join(' ', course.Objectives)}", $"/formations/{course.Slug}")
        {
            Axes = [course.Axis],
            Keywords = string.Join(' ', course.Lessons.Select(lesson => lesson.Title)),
            Subtitle = $"{Axes.NameOf(course.Axis)} · {French.Minutes(course.Minutes)}",
            Category = course.Level,
        };

    private static SearchDocument OfLesson(ContentVersion version, CourseEdition course) =>
        new(SearchKinds.Lesson, version.ItemId, version.DisplayText, version.Rendered.Text, $"/formations/{course.Slug}/{version.Slug}")
        {
            Axes = [course.Axis],
            Keywords = course.Title,
            Subtitle = course.Title,
        };

    private static SearchDocument OfDocument(ContentVersion version, string kind, string url) =>
        new(kind, version.ItemId, version.DisplayText, $"{version.Parts.LearningPart?.Summary} {version.Rendered.Text}".Trim(), url)
        {
            Axes = version.Parts.LearningPart?.Axis is { } axis ? [axis] : [],
        };
}
