using FsCheck.Xunit;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Questions;

public sealed class QuestionGradingTests
{
    [Theory]
    [InlineData("c2", 1.0, "Right")]
    [InlineData("c1", 0.0, "Wrong")]
    [InlineData("c3", 0.5, "Partly")]
    [InlineData("c4", 0.0, "Wrong")]
    public void One_choice_is_worth_its_weight_and_never_less_than_nothing(string chosen, double score, string verdict)
    {
        var grade = QuestionGrading.Mark(AQuestion.Single(), Answer.Of(chosen));

        Assert.Equal((decimal)score, grade.Score);
        Assert.Equal(verdict, grade.Verdict.ToString());
    }

    [Theory]
    [InlineData("c1 c2", 1.0)]
    [InlineData("c1", 0.5)]
    [InlineData("c1 c2 c3", 0.5)]
    [InlineData("c1 c3", 0.0)]
    [InlineData("c3 c4", 0.0)]
    [InlineData("c1 c2 c3 c4", 0.0)]
    public void Several_choices_add_up_and_ticking_everything_earns_nothing(string chosen, double score) =>
        Assert.Equal((decimal)score, QuestionGrading.Mark(AQuestion.Multiple(), Answer.Of(chosen.Split(' '))).Score);

    [Fact]
    public void Three_thirds_make_a_whole()
    {
        var question = AQuestion.Multiple() with { Choices = [.. Enumerable.Range(1, 3).Select(number => new Choice($"c{number}", "x", 0.33333m, string.Empty))] };

        Assert.Equal(Verdict.Right, QuestionGrading.Mark(question, Answer.Of("c1", "c2", "c3")).Verdict);
    }

    [Theory]
    [InlineData("true", 0.0)]
    [InlineData("false", 1.0)]
    public void True_or_false_has_one_right_side(string chosen, double score) =>
        Assert.Equal((decimal)score, QuestionGrading.Mark(AQuestion.TrueFalse(), Answer.Of(chosen)).Score);

    [Theory]
    [InlineData("nom de domaine", 1.0)]
    [InlineData("  NOM  de   Domaine ", 1.0)]
    [InlineData("url", 0.5)]
    [InlineData("adresse", 0.0)]
    [InlineData("nom", 0.0)]
    public void Words_are_compared_without_case_or_spare_spaces(string typed, double score) =>
        Assert.Equal((decimal)score, QuestionGrading.Mark(AQuestion.Short(), Answer.Typed(typed)).Score);

    [Fact]
    public void Words_are_compared_without_accents_ligatures_or_kind_of_apostrophe()
    {
        var question = AQuestion.Short() with { Choices = [new Choice("c1", "L&#x2019;œuvre numérisée", 1, string.Empty)] };

        Assert.Equal(1, QuestionGrading.Mark(question, Answer.Typed("l'oeuvre numerisee")).Score);
    }

    [Theory]
    [InlineData("72", 1.0)]
    [InlineData("72,0", 1.0)]
    [InlineData("72.00", 1.0)]
    [InlineData("74", 0.5)]
    [InlineData("75", 0.5)]
    [InlineData("75,1", 0.0)]
    [InlineData("soixante", 0.0)]
    public void Numbers_are_read_as_people_type_them_within_the_tolerance(string typed, double score) =>
        Assert.Equal((decimal)score, QuestionGrading.Mark(AQuestion.Numerical(), Answer.Typed(typed)).Score);

    [Fact]
    public void Not_knowing_is_an_honest_answer_worth_nothing_and_called_by_its_name()
    {
        foreach (var question in AQuestion.OfEveryKind())
        {
            var grade = QuestionGrading.Mark(question, Answer.Unknown);

            Assert.Equal(0, grade.Score);
            Assert.Equal(Verdict.Unknown, grade.Verdict);
            Assert.NotEmpty(QuestionGrading.RightChoices(question));
        }
    }

    [Property]
    public bool A_score_always_stands_between_nothing_and_one(int[] hundredths, bool[] ticked)
    {
        var choices = hundredths.Select((weight, index) => new Choice($"c{index}", "x", Math.Clamp(weight, -100, 100) / 100m, string.Empty)).ToList();
        var question = AQuestion.Multiple() with { Choices = choices };
        var chosen = choices.Where((_, index) => index < ticked.Length && ticked[index]).Select(choice => choice.Id);

        var score = QuestionGrading.Mark(question, Answer.Of(chosen)).Score;

        return score is >= 0 and <= 1;
    }

    [Property]
    public bool The_order_of_ticking_changes_nothing(bool[] ticked)
    {
        var question = AQuestion.Multiple();
        var chosen = question.Choices.Where((_, index) => index < ticked.Length && ticked[index]).Select(choice => choice.Id).ToList();

        return QuestionGrading.Mark(question, Answer.Of(chosen)).Score == QuestionGrading.Mark(question, Answer.Of(Enumerable.Reverse(chosen))).Score;
    }

    [Property]
    public bool One_more_wrong_choice_never_helps(bool[] ticked)
    {
        var question = AQuestion.Multiple();
        var chosen = question.Choices.Where((_, index) => index < ticked.Length && ticked[index]).Select(choice => choice.Id).ToList();
        var before = QuestionGrading.Mark(question, Answer.Of(chosen)).Score;

        return question.Choices.Where(choice => choice.Weight < 0).All(wrong => QuestionGrading.Mark(question, Answer.Of([.. chosen, wrong.Id])).Score <= before);
    }

    [Property]
    public bool Whatever_is_typed_is_graded_without_complaint(string? typed) =>
        new[] { AQuestion.Short(), AQuestion.Numerical() }.All(question => QuestionGrading.Mark(question, Answer.Typed(typed)).Score is >= 0 and <= 1);
}
