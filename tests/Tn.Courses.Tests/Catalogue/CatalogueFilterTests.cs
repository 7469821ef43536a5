using Tn.Courses.Catalogue;
using Tn.Courses.Tests.Building;
using Tn.Platform.Web;

namespace Tn.Courses.Tests.Catalogue;

public sealed class CatalogueFilterTests
{
    private static readonly Texts InFrench = new([]);

    private static readonly CourseEdition Base = ACourse.Usual().Build();

    private static readonly IReadOnlyList<CourseEdition> Courses =
    [
        Base with { Slug = "a", Title = "Zèbre", Axis = "donnees", Minutes = 60, Audience = "tous", Level = "pratique" },
        Base with { Slug = "b", Title = "Élan", Axis = "donnees", Minutes = 61, Audience = "consultant", Level = "approfondi" },
        Base with { Slug = "c", Title = "Ours", Axis = "presence-en-ligne", Minutes = 121, Audience = "conseiller", Level = "decouverte" },
    ];

    [Fact]
    public void Without_criteria_all_stand_by_axis_then_title() =>
        Assert.Equal(["c", "b", "a"], new CatalogueFilter(null, null, null, null).Apply(Courses).Select(course => course.Slug));

    [Fact]
    public void A_course_for_everyone_is_also_for_each() =>
        Assert.Equal(["b", "a"], new CatalogueFilter(null, "consultant", null, null).Apply(Courses).Select(course => course.Slug));

    [Theory]
    [InlineData("courte", "a")]
    [InlineData("moyenne", "b")]
    [InlineData("longue", "c")]
    public void Durations_share_the_courses_without_overlap(string duration, string slug) =>
        Assert.Equal(slug, Assert.Single(new CatalogueFilter(null, null, null, duration).Apply(Courses)).Slug);

    [Fact]
    public void Counts_tell_what_each_choice_would_leave()
    {
        var themes = new CatalogueFilter("presence-en-ligne", "consultant", null, null).Facets(Courses, InFrench)[0];

        Assert.Equal([0, 0, 0, 2], themes.Values.Select(value => value.Count));
    }

    [Fact]
    public void A_chosen_value_links_to_the_catalogue_without_it()
    {
        var theme = new CatalogueFilter("donnees", "consultant", null, null).Facets(Courses, InFrench)[0].Values.Single(value => value.IsChosen);

        Assert.Equal("/formations?public=consultant", theme.Url);
    }
}
