using Microsoft.EntityFrameworkCore;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Questions;

public sealed class AnswerQuestionTests
{
    [Fact]
    public async Task Every_kind_of_question_can_be_answered_and_is_kept()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        await world.AnswerAllAsync(Everyone.Helene);

        var course = await world.CourseOfAsync(Everyone.Helene);
        Assert.Equal(5, course.Attempts.Count);
        Assert.Equal(5, course.Progress.Points);
    }

    [Fact]
    public async Task Answering_again_keeps_both_tries_and_counts_the_last()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"));
        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"));

        Assert.Equal([1, 2], await world.LookAsync(db => db.Set<QuestionAttempt>().OrderBy(attempt => attempt.Number).Select(attempt => attempt.Number).ToListAsync()));
        Assert.Equal(0, (await world.CourseOfAsync(Everyone.Helene)).Progress.Points);
    }

    [Fact]
    public async Task A_double_click_is_one_try()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"), "jeton");
        var again = await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"), "jeton");

        Assert.True(again.IsDone);
        Assert.Equal(1, await world.LookAsync(db => db.Set<QuestionAttempt>().CountAsync()));
    }

    [Fact]
    public async Task Two_clicks_at_the_very_same_time_are_one_try()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"), "jeton"))).Take(2));

        Assert.All(clicks, click => Assert.True(click.IsDone));
        Assert.Equal(1, await world.LookAsync(db => db.Set<QuestionAttempt>().CountAsync()));
    }

    [Fact]
    public async Task Going_back_and_answering_otherwise_in_the_same_form_is_another_try()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"), "jeton");
        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"), "jeton");

        Assert.Equal(2, await world.LookAsync(db => db.Set<QuestionAttempt>().CountAsync()));
    }

    [Fact]
    public async Task A_page_kept_open_and_sent_again_after_a_newer_try_adds_nothing()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"), "premier");
        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"), "second");
        var late = await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"), "premier");

        Assert.Equal(1, late.Value.Attempt.Number);
        Assert.Equal(2, await world.LookAsync(db => db.Set<QuestionAttempt>().CountAsync()));
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());

        Assert.Equal("access.sign-in", (await world.AnswerAsync(null, "q1", Answer.Of("c2"))).Refusal?.Code);
    }

    [Fact]
    public async Task Someone_else_s_enrolment_opens_nothing()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        Assert.Equal("courses.not-enrolled", (await world.AnswerAsync(Everyone.Karim, "q1", Answer.Of("c2"))).Refusal?.Code);
        Assert.Equal("courses.not-enrolled", (await world.ReadAsync(Everyone.Karim, "inventaire")).Refusal?.Code);
        Assert.Equal("courses.not-enrolled", (await world.StopAtAsync(Everyone.Karim, "inventaire", "debut")).Refusal?.Code);
        Assert.Equal("courses.not-enrolled", (await world.MoveAsync(Everyone.Karim)).Refusal?.Code);
        Assert.Empty((await world.CourseOfAsync(Everyone.Karim)).Attempts);
    }

    [Fact]
    public async Task A_refused_answer_leaves_no_trace()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);

        Assert.Equal("courses.answer-empty", (await world.AnswerAsync(Everyone.Helene, "q1", Answer.Typed(null))).Refusal?.Code);
        Assert.Equal("courses.question-unknown", (await world.AnswerAsync(Everyone.Helene, "q99", Answer.Of("c1"))).Refusal?.Code);
        Assert.Equal("courses.lesson-unknown", (await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"), lesson: "autre")).Refusal?.Code);
        Assert.False(await world.LookAsync(db => db.Set<QuestionAttempt>().AnyAsync()));
    }
}
