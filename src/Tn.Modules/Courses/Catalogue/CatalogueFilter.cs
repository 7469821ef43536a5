using Microsoft.AspNetCore.WebUtilities;
using Tn.Platform.Web;

namespace Tn.Courses.Catalogue;

/// <summary>A value one can filter by, with how many courses it would leave.</summary>
/// <param name="Url">Chooses the value, or gives it up when it is chosen.</param>
internal sealed record FacetValue(string Label, int Count, bool IsChosen, string Url);

/// <summary>A way to filter.</summary>
internal sealed record Facet(string Title, IReadOnlyList<FacetValue> Values);

/// <summary>What a visitor asked of the catalogue, as its address says it.</summary>
/// <param name="Axis">An axis key.</param>
/// <param name="Audience"><c>conseiller</c> or <c>consultant</c>.</param>
/// <param name="Level">See <see cref="CourseWords.Levels"/>.</param>
/// <param name="Duration">See <see cref="CourseWords.Durations"/>.</param>
internal sealed record CatalogueFilter(string? Axis, string? Audience, string? Level, string? Duration)
{
    /// <summary>True when nothing was asked.</summary>
    public bool IsEmpty => Axis is null && Audience is null && Level is null && Duration is null;

    /// <summary>The courses that answer, in the committee's order of axes, then by title.</summary>
    public IReadOnlyList<CourseEdition> Apply(IEnumerable<CourseEdition> courses) =>
        [.. courses.Where(Answers).OrderBy(course => RankOf(course.Axis)).ThenBy(course => course.Title, StringComparer.Create(French.Culture, ignoreCase: true))];

    /// <summary>The facets, each counted under the other facets' choices.</summary>
    public IReadOnlyList<Facet> Facets(IReadOnlyList<CourseEdition> courses, Texts texts) =>
    [
        new(texts["Thème"], [.. Axes.All.Select(axis => Value(courses, texts[axis.Name], this with { Axis = axis.Key }, this with { Axis = null }, Axis == axis.Key))]),
        new(texts["Pour qui"], [.. CourseWords.Audiences.Select(one => Value(courses, texts[one.Value], this with { Audience = one.Key }, this with { Audience = null }, Audience == one.Key))]),
        new(texts["Niveau"], [.. CourseWords.Levels.Select(one => Value(courses, texts[one.Value], this with { Level = one.Key }, this with { Level = null }, Level == one.Key))]),
        new(texts["Durée"], [.. CourseWords.Durations.Select(one => Value(courses, texts[one.Value], this with { Duration = one.Key }, this with { Duration = null }, Duration == one.Key))]),
    ];

    private static FacetValue Value(IReadOnlyList<CourseEdition> courses, string label, CatalogueFilter chosen, CatalogueFilter without, bool isChosen) =>
        new(label, courses.Count(chosen.Answers), isChosen, isChosen ? without.Address() : chosen.Address());

    private bool Answers(CourseEdition course) =>
        (Axis is null || course.Axis == Axis)
        && (Audience is null || course.Audience == Audience || course.Audience == CourseWords.ForEveryone)
        && (Level is null || course.Level == Level)
        && (Duration is null || CourseWords.DurationOf(course.Minutes) == Duration);

    private string Address() => QueryHelpers.AddQueryString(
        "/formations",
        new Dictionary<string, string?> { ["axe"] = Axis, ["public"] = Audience, ["niveau"] = Level, ["duree"] = Duration });

    private static int RankOf(string axis)
    {
        for (var rank = 0; rank < Axes.All.Count; rank++)
        {
            if (Axes.All[rank].Key == axis)
            {
                return rank;
            }
        }

        return int.MaxValue;
    }
}
