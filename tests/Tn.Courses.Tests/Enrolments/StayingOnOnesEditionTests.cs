using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Enrolments;

public sealed class StayingOnOnesEditionTests
{
    [Fact]
    public async Task A_learner_stays_on_the_edition_she_began()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        world.Catalogue.Publish(Newer());

        var hers = await world.CourseOfAsync(Everyone.Helene);
        var newcomers = await world.CourseOfAsync(Everyone.Karim);

        Assert.Equal("edition-1", hers.Edition.EditionId);
        Assert.True(hers.HasNewerEdition);
        Assert.Equal("edition-2", newcomers.Edition.EditionId);
        Assert.False(newcomers.HasNewerEdition);
    }

    [Fact]
    public async Task Moving_keeps_what_did_not_change_and_asks_again_what_did()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.AnswerAllAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "inventaire");
        world.Catalogue.Publish(Newer());

        await world.MoveAsync(Everyone.Helene);

        var course = await world.CourseOfAsync(Everyone.Helene);
        Assert.Equal("edition-2", course.Edition.EditionId);
        Assert.Equal(0, course.Progress.LessonsRead);
        Assert.Equal(0, course.Progress.QuestionsAnswered);
        Assert.Equal(5, course.Attempts.Count);
    }

    [Fact]
    public async Task A_lesson_unchanged_in_the_newer_edition_stays_read()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "plan");
        world.Catalogue.Publish(Newer());

        await world.MoveAsync(Everyone.Helene);

        Assert.Equal(1, (await world.CourseOfAsync(Everyone.Helene)).Progress.LessonsRead);
    }

    [Fact]
    public async Task An_archived_course_can_still_be_finished_by_whoever_began_it()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        world.Catalogue.Archive("proteger");

        Assert.True((await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"))).IsDone);
        Assert.Equal("courses.course-unknown", (await world.EnrolAsync(Everyone.Karim)).Refusal?.Code);
    }

    [Fact]
    public async Task Enrolling_twice_is_enrolling_once()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        var first = await world.EnrolAsync(Everyone.Helene);

        var second = await world.EnrolAsync(Everyone.Helene);

        Assert.Equal(first.Value.Enrolment!.Id, second.Value.Enrolment!.Id);
    }

    private static ACourse Newer() => ACourse.Called("proteger").Edition("edition-2")
        .WithLesson("inventaire", "inventaire-v2", AQuestion.OfEveryKind())
        .WithLesson("plan")
        .WithLesson("bilan");
}
