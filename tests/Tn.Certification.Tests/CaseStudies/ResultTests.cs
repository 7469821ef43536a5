using Tn.Certification.CaseStudies;

namespace Tn.Certification.Tests.CaseStudies;

public class ResultTests
{
    [Fact]
    public void Two_markers_give_their_mean_and_three_their_median()
    {
        var two = CaseStudyResult.Of([AMarking(4, 3, 2, 1, 4), AMarking(3, 3, 3, 2, 4)]);
        Assert.Equal([3.5m, 3m, 2.5m, 1.5m, 4m], Rubric.Criteria.Select(criterion => two.Levels[criterion]));
        Assert.Equal(2.9m, two.Mean);
        var three = CaseStudyResult.Of([AMarking(4, 4, 1, 1, 2), AMarking(2, 4, 3, 2, 2), AMarking(3, 1, 4, 4, 2)]);
        Assert.Equal([3m, 4m, 3m, 2m, 2m], Rubric.Criteria.Select(criterion => three.Levels[criterion]));
    }

    [Fact]
    public void The_order_of_the_markings_does_not_count()
    {
        var (a, b, c) = (AMarking(4, 4, 1, 1, 2), AMarking(2, 4, 3, 2, 2), AMarking(3, 1, 4, 4, 2));
        Assert.Equal(CaseStudyResult.Of([a, b, c]).Levels, CaseStudyResult.Of([c, a, b]).Levels);
        Assert.Throws<ArgumentException>(() => CaseStudyResult.Of([a]));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void A_gap_on_one_criterion_is_enough_to_call_a_third(int level, bool differ) =>
        Assert.Equal(differ, CaseStudyResult.Differ(AMarking(3, 3, 3, 3, 4), AMarking(3, 3, 3, 3, level), gap: 2));

    /// <summary>The same pairs by the textbook's matrix of weights, in another program: 0.5098039215…</summary>
    [Fact]
    public void Agreement_is_counted_as_the_textbook_does()
    {
        var agreement = Agreement.Of([(1, 1), (2, 2), (3, 3), (4, 4), (2, 3), (3, 2), (4, 2), (1, 2), (3, 3), (2, 2)]);
        Assert.Equal((10, 60m, 90m), (agreement.Pairs, agreement.ExactPercent, agreement.WithinOnePercent));
        Assert.Equal(0.5098039215686273, agreement.Kappa!.Value, 6);
    }

    [Fact]
    public void Agreement_knows_its_ends()
    {
        Assert.Equal(1, Agreement.Of([(1, 1), (4, 4), (2, 2)]).Kappa!.Value, 9);
        Assert.Null(Agreement.Of([(3, 3), (3, 3)]).Kappa);
        Assert.Equal(Agreement.None, Agreement.Of([]));
        Assert.True(Agreement.Of([(1, 4), (4, 1), (1, 4), (4, 1)]).Kappa < 0);
    }

    private static Marking AMarking(params int[] levels) =>
        new(PersonId.New(Clock.Monday), [.. Rubric.Criteria.Zip(levels, (criterion, level) => new CriterionMark(criterion, level, "Vu."))], Clock.Monday);
}
