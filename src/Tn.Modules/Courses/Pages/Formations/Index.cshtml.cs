using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Tn.Courses.Catalogue;
using Tn.Courses.Enrolments;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Formations;

/// <summary>The catalogue: every published course, filtered by address.</summary>
[OutputCache(PolicyName = "Published")]
internal sealed class IndexModel(ICourseCatalogue catalogue, MyCourses mine) : TnPageModel
{
    private IReadOnlyDictionary<string, CourseProgress> progress = new Dictionary<string, CourseProgress>();

    public CatalogueFilter Filter { get; private set; } = new(null, null, null, null);

    public IReadOnlyList<CourseEdition> Courses { get; private set; } = [];

    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    public async Task OnGetAsync(
        [FromQuery(Name = "axe")] string? axis,
        [FromQuery(Name = "public")] string? audience,
        [FromQuery(Name = "niveau")] string? level,
        [FromQuery(Name = "duree")] string? duration,
        CancellationToken cancellationToken)
    {
        var all = await catalogue.ListAsync(cancellationToken);
        Filter = new CatalogueFilter(
            Axes.Find(axis)?.Key,
            CourseWords.Audiences.ContainsKey(audience ?? string.Empty) ? audience : null,
            CourseWords.Levels.ContainsKey(level ?? string.Empty) ? level : null,
            CourseWords.Durations.ContainsKey(duration ?? string.Empty) ? duration : null);
        Courses = Filter.Apply(all);
        Facets = Filter.Facets(all, T);
        if (Act.Actor is { } person)
        {
            progress = await mine.ReadingAsync(person, cancellationToken);
        }
    }

    /// <summary>The visitor's reading of a course, or null when she did not begin it.</summary>
    public CourseProgress? ProgressOf(CourseEdition course) => progress.GetValueOrDefault(course.CourseItemId);
}
