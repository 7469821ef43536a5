namespace Tn.Courses.Tests.Building;

/// <summary>The catalogue that Content implements, here filled by hand. An edition published stays found for good.</summary>
internal sealed class CatalogueInMemory : ICourseCatalogue
{
    private readonly Dictionary<string, CourseEdition> current = [];
    private readonly Dictionary<string, CourseEdition> editions = [];
    private readonly Dictionary<string, LessonBody> bodies = [];

    public CourseEdition Publish(ACourse course)
    {
        var edition = course.Build();
        current[edition.Slug] = edition;
        editions[edition.EditionId] = edition;
        foreach (var body in course.Bodies())
        {
            bodies[body.VersionId] = body;
        }

        return edition;
    }

    public void Archive(string slug) => current.Remove(slug);

    public Task<IReadOnlyList<CourseEdition>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CourseEdition>>([.. current.Values]);

    public Task<CourseEdition?> FindAsync(string slug, CancellationToken cancellationToken) => Task.FromResult(current.GetValueOrDefault(slug));

    public Task<CourseEdition?> FindEditionAsync(string editionId, CancellationToken cancellationToken) => Task.FromResult(editions.GetValueOrDefault(editionId));

    public Task<LessonBody?> FindLessonAsync(string lessonVersionId, CancellationToken cancellationToken) => Task.FromResult(bodies.GetValueOrDefault(lessonVersionId));
}
