using Microsoft.EntityFrameworkCore;
using Tn.Courses.Completion;
using Tn.Courses.Questions;
using Tn.Courses.Tests.Building;
using Tn.Platform.Events;

namespace Tn.Courses.Tests.Completion;

public sealed class CompletionTests
{
    [Fact]
    public async Task The_last_lesson_read_completes_the_course_with_statement_event_and_letter()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.AnswerAllAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "inventaire");

        var last = await world.ReadAsync(Everyone.Helene, "plan");

        Assert.True(last.Value.CourseCompleted);
        var completed = Assert.Single(await OfAsync(world, Everyone.Helene));
        Assert.Equal("proteger", completed.Slug);
        var statement = await world.LookAsync(db => db.Set<CompletionStatement>().SingleAsync());
        Assert.Equal("Hélène Marchetti", statement.HolderName);
        Assert.Equal(100, statement.ScorePercent);
        Assert.Equal(Everyone.Helene, Assert.Single(world.Letters.ByKey).Value.To);
        Assert.Equal(1, await world.LookAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.Name == "courses.completed")));
    }

    [Fact]
    public async Task The_answer_that_brings_enough_points_completes_the_course_too()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "inventaire");
        await world.ReadAsync(Everyone.Helene, "plan");
        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c2"));
        await world.AnswerAsync(Everyone.Helene, "q2", Answer.Of("c1", "c2"));
        await world.AnswerAsync(Everyone.Helene, "q3", Answer.Of("false"));

        var fourth = await world.AnswerAsync(Everyone.Helene, "q4", Answer.Typed("url"));

        Assert.True(fourth.Value.CourseCompleted);
    }

    [Fact]
    public async Task A_course_completed_is_completed_once_and_for_good()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.AnswerAllAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "inventaire");
        await world.ReadAsync(Everyone.Helene, "plan");

        await world.AnswerAsync(Everyone.Helene, "q1", Answer.Of("c1"));
        await world.ReadAsync(Everyone.Helene, "plan");

        Assert.Single(await OfAsync(world, Everyone.Helene));
        Assert.Equal(100, await world.LookAsync(db => db.Set<CompletionStatement>().Select(statement => statement.ScorePercent).SingleAsync()));
        Assert.Single(world.Letters.ByKey);
    }

    [Fact]
    public async Task What_others_completed_is_not_mine()
    {
        await using var world = await LearningWorld.OpenAsync(ACourse.Usual());
        await world.EnrolAsync(Everyone.Helene);
        await world.AnswerAllAsync(Everyone.Helene);
        await world.ReadAsync(Everyone.Helene, "inventaire");
        await world.ReadAsync(Everyone.Helene, "plan");

        Assert.Empty(await OfAsync(world, Everyone.Karim));
    }

    [Fact]
    public void A_code_is_read_back_from_what_people_type()
    {
        var code = StatementCode.New();

        Assert.Equal(code, StatementCode.Read($" {StatementCode.Shown(code)} "));
        Assert.Equal("0011abcdefgh2345", StatementCode.Read("OoIl-ABCD-EFGH-2345"));
        Assert.Null(StatementCode.Read("trop-court"));
        Assert.Null(StatementCode.Read(null));
        Assert.Null(StatementCode.Read(new string('é', 16)));
    }

    private static Task<IReadOnlyList<CompletedCourse>> OfAsync(LearningWorld world, PersonId person) =>
        world.DoAsync<ICompletions, IReadOnlyList<CompletedCourse>>(completions => completions.OfAsync(person, CancellationToken.None));
}
