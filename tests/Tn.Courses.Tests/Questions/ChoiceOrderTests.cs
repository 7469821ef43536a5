using FsCheck.Xunit;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Questions;

public sealed class ChoiceOrderTests
{
    [Property]
    public bool A_learner_always_sees_the_same_order(Guid learner) =>
        ChoiceOrder.For(AQuestion.Single(), learner).SequenceEqual(ChoiceOrder.For(AQuestion.Single(), learner));

    [Property]
    public bool No_choice_is_lost(Guid learner) =>
        ChoiceOrder.For(AQuestion.Single(), learner).ToHashSet().SetEquals(AQuestion.Single().Choices);

    [Fact]
    public void Over_many_learners_the_right_choice_stands_everywhere_alike()
    {
        var places = Enumerable.Range(0, 4000)
            .Select(number => new Guid(number, 7, 9, 1, 2, 3, 4, 5, 6, 7, 8))
            .Select(learner => ChoiceOrder.For(AQuestion.Single(), learner).ToList().FindIndex(choice => choice.Weight == 1))
            .CountBy(place => place)
            .ToDictionary();

        Assert.Equal(4, places.Count);
        Assert.All(places.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void True_always_stands_before_false() =>
        Assert.Equal(["true", "false"], ChoiceOrder.For(AQuestion.TrueFalse(), Guid.NewGuid()).Select(choice => choice.Id));
}
