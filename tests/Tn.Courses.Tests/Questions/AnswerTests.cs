using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Questions;

public sealed class AnswerTests
{
    [Fact]
    public void Nothing_chosen_or_typed_is_refused()
    {
        foreach (var question in AQuestion.OfEveryKind())
        {
            Assert.Equal("courses.answer-empty", Answer.Typed("  ").CheckAgainst(question).Refusal?.Code);
        }
    }

    [Fact]
    public void Not_knowing_is_never_refused() =>
        Assert.All(AQuestion.OfEveryKind(), question => Assert.True(Answer.Unknown.CheckAgainst(question).IsDone));

    [Fact]
    public void Two_choices_for_a_single_one_are_refused() =>
        Assert.Equal("courses.answer-one-only", Answer.Of("c1", "c2").CheckAgainst(AQuestion.Single()).Refusal?.Code);

    [Fact]
    public void A_choice_of_another_question_is_refused() =>
        Assert.Equal("courses.choice-unknown", Answer.Of("c9").CheckAgainst(AQuestion.Single()).Refusal?.Code);

    [Fact]
    public void A_word_is_no_number() =>
        Assert.Equal("courses.answer-not-a-number", Answer.Typed("soixante-douze").CheckAgainst(AQuestion.Numerical()).Refusal?.Code);

    [Fact]
    public void A_novel_is_refused() =>
        Assert.Equal("courses.answer-too-long", Answer.Typed(new string('a', 201)).CheckAgainst(AQuestion.Short()).Refusal?.Code);

    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u202f234.5", 1234.5)]
    [InlineData("20 %", 20)]
    [InlineData("300 €", 300)]
    [InlineData("−3", -3)]
    public void Numbers_are_read_as_the_French_write_them(string typed, double value) => Assert.Equal((decimal)value, NumberReading.Read(typed));

    [Theory]
    [InlineData("20", 20, 20)]
    [InlineData("20:0.5", 19.5, 20.5)]
    [InlineData("19..21", 19, 21)]
    public void Accepted_numbers_have_bounds(string written, double from, double to) =>
        Assert.Equal(((decimal)from, (decimal)to), NumberReading.Accepted(written));
}
