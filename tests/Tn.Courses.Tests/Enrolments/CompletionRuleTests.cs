using FsCheck.Fluent;
using FsCheck.Xunit;
using FsCheck;
using Tn.Courses.Enrolments;
using Tn.Courses.Tests.Building;
using Tn.Platform.Web;

namespace Tn.Courses.Tests.Enrolments;

public sealed class CompletionRuleTests
{
    private static readonly Texts InFrench = new([]);

    [Theory]
    [InlineData(7, 14, 9.8, true)]
    [InlineData(7, 14, 9.7, false)]
    [InlineData(6, 14, 14.0, false)]
    [InlineData(7, 0, 0.0, true)]
    public void Every_lesson_read_and_enough_right_answers_complete_a_course(int read, int questions, double points, bool met) =>
        Assert.Equal(met, CompletionRule.IsMet(new CourseProgress(7, read, questions, questions, (decimal)points, 70)));

    [Fact]
    public void A_course_without_lessons_is_never_completed() =>
        Assert.False(CompletionRule.IsMet(new CourseProgress(0, 0, 0, 0, 0, 70)));

    [Fact]
    public void The_rule_is_said_in_one_sentence()
    {
        var course = ACourse.Called("x");
        for (var number = 1; number <= 7; number++)
        {
            course.WithLesson($"l{number}", AQuestion.Single($"a{number}"), AQuestion.TrueFalse($"b{number}"));
        }

        Assert.Equal(
            "Vous aurez terminé cette formation quand vous aurez lu ses 7 leçons jusqu’au bout et répondu juste à au moins 70\u202f% de ses 14 questions.",
            CompletionRule.Sentence(course.Build(), InFrench));
    }

    [Fact]
    public void A_course_without_questions_asks_only_to_be_read() =>
        Assert.Equal("Vous aurez terminé cette formation quand vous aurez lu sa leçon jusqu’au bout.", CompletionRule.Sentence(ACourse.Called("x").WithLesson("l").Build(), InFrench));

    [Theory]
    [InlineData(5, 7, "Il vous reste 2 leçons à lire et 3 questions à réussir.")]
    [InlineData(7, 9, "Il vous reste 1 question à réussir.")]
    [InlineData(6, 10, "Il vous reste 1 leçon à lire.")]
    public void What_is_left_is_said_in_figures(int read, int points, string sentence) =>
        Assert.Equal(sentence, CompletionRule.Remaining(new CourseProgress(7, read, 14, 14, points, 70), InFrench));

    [Property]
    public Property Nothing_is_left_exactly_when_the_rule_is_met() => Prop.ForAll(
        Gen.Choose(1, 9).SelectMany(lessons => Gen.Choose(0, lessons).SelectMany(read =>
            Gen.Choose(0, 20).SelectMany(questions => Gen.Choose(0, questions * 4).SelectMany(quarters =>
                Gen.Choose(0, 100).Select(minimum => new CourseProgress(lessons, read, questions, questions, quarters / 4m, minimum)))))).ToArbitrary(),
        progress => CompletionRule.IsMet(progress) == CompletionRule.Remaining(progress, InFrench).StartsWith("Il ne vous reste rien", StringComparison.Ordinal));
}
