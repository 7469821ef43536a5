using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Enrolments;

public sealed class ResumePointTests
{
    [Fact]
    public async Task Whoever_just_enrolled_begins_at_the_first_lesson() =>
        Assert.Equal("/formations/proteger/inventaire", await AfterAsync(_ => Task.CompletedTask));

    [Fact]
    public async Task The_kept_heading_is_found_again() =>
        Assert.Equal("/formations/proteger/inventaire#suite", await AfterAsync(world => world.StopAtAsync(Everyone.Helene, "inventaire", "suite")));

    [Fact]
    public async Task A_heading_that_does_not_exist_is_not_kept() =>
        Assert.Equal("/formations/proteger/inventaire", await AfterAsync(world => world.StopAtAsync(Everyone.Helene, "inventaire", "javascript:x")));

    [Fact]
    public async Task After_an_answer_one_goes_on_at_the_next_question() =>
        Assert.Equal("/formations/proteger/inventaire#question-q2", await AfterAsync(world => world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"))));

    [Fact]
    public async Task After_a_lesson_read_one_goes_on_at_the_next() =>
        Assert.Equal("/formations/proteger/plan", await AfterAsync(world => world.ReadAsync(Everyone.Helene, "inventaire")));

    [Fact]
    public async Task The_place_kept_later_than_the_last_answer_wins() =>
        Assert.Equal("/formations/proteger/inventaire#suite", await AfterAsync(async world =>
        {
            await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"));
            await world.StopAtAsync(Everyone.Helene, "inventaire", "suite");
        }));

    [Fact]
    public async Task When_all_is_read_one_goes_to_the_first_question_not_right_yet() =>
        Assert.Equal("/formations/proteger/inventaire#question-q2", await AfterAsync(async world =>
        {
            await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"));
            await world.ReadAsync(Everyone.Helene, "inventaire");
            await world.ReadAsync(Everyone.Helene, "plan");
        }));

    private static async Task<string> AfterAsync(Func<LearningWorld, Task> learning)
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await learning(world);
        var course = await world.CourseOfAsync(Everyone.Helene);
        return ResumePoint.Of(course.Edition, course.Enrolment!, course.Attempts)!.AddressIn(course.Edition);
    }
}
