using System.Text.Json;
using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Questions;

public sealed class QuestionViewTests
{
    [Fact]
    public void Before_an_answer_nothing_of_the_key_is_in_the_view()
    {
        foreach (var question in AQuestion.OfEveryKind())
        {
            var view = View(question, null);
            var written = JsonSerializer.Serialize(view);

            Assert.DoesNotContain("retour-", written, StringComparison.Ordinal);
            Assert.DoesNotContain("Weight", written, StringComparison.Ordinal);
            Assert.Null(view.Answered);
        }
    }

    [Fact]
    public void Accepted_words_and_numbers_are_not_offered_as_choices()
    {
        Assert.Empty(View(AQuestion.Short(), null).Choices);
        Assert.Empty(View(AQuestion.Numerical(), null).Choices);
    }

    [Fact]
    public void After_a_wrong_answer_only_what_was_chosen_is_explained()
    {
        var answered = View(AQuestion.Single(), Answer.Of("c1")).Answered!;

        Assert.Equal(Verdict.Wrong, answered.Verdict);
        Assert.Equal(["retour-machines"], answered.Choices.Select(choice => choice.FeedbackHtml));
        Assert.Equal("retour-general", answered.GeneralFeedbackHtml);
    }

    [Fact]
    public void Whoever_does_not_know_is_told_the_right_answer_and_why()
    {
        var answered = View(AQuestion.Multiple(), Answer.Unknown).Answered!;

        Assert.Equal(Verdict.Unknown, answered.Verdict);
        Assert.Equal(["retour-messagerie", "retour-domaine"], answered.Choices.Select(choice => choice.FeedbackHtml));
    }

    [Fact]
    public void The_right_number_is_told_without_its_tolerance() =>
        Assert.Equal("72", Assert.Single(View(AQuestion.Numerical(), Answer.Unknown).Answered!.Choices).TextHtml);

    [Fact]
    public void A_refused_answer_is_shown_again_as_typed()
    {
        var view = View(AQuestion.Multiple(), null).Refused(Answer.Of("c2"), "Pourquoi");

        Assert.Equal(["c2"], view.Choices.Where(choice => choice.IsTicked).Select(choice => choice.Id));
        Assert.Equal("Pourquoi", view.Error);
    }

    private static QuestionView View(Question question, Answer? answer)
    {
        var edition = ACourse.Called("proteger").WithLesson("inventaire", question).Build();
        var at = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var enrolment = Enrolment.Begin(Everyone.Helene, edition, at);
        var last = answer is null ? null : QuestionAttempt.Keep(enrolment, edition.Lessons[0], question, answer, 1, "t", at);
        return QuestionView.Of(question, 1, "/formations/proteger/inventaire", QuestionDoor.Open, Guid.Empty, last, "jeton");
    }
}
