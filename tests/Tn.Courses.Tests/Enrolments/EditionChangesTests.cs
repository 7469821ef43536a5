using Tn.Courses.Enrolments;
using Tn.Platform.Web;

namespace Tn.Courses.Tests.Enrolments;

public sealed class EditionChangesTests
{
    private static readonly Texts InFrench = new([]);

    private static readonly LessonOutline First = Lesson("a", "Première", ["q1"]);
    private static readonly LessonOutline Second = Lesson("b", "Seconde", []);

    [Fact]
    public void What_changed_is_told_lesson_by_lesson()
    {
        var own = Edition(First, Second);
        var enrolment = Enrolment.Begin(PersonId.New(DateTimeOffset.UnixEpoch), own, DateTimeOffset.UnixEpoch);
        enrolment.MarkRead(First, own, DateTimeOffset.UnixEpoch);

        var changes = EditionChanges.Between(own, Edition(First with { VersionId = "a2", QuestionIds = ["q1", "q2"] }, Lesson("c", "Troisième", [])), enrolment, InFrench);

        Assert.Equal(3, changes.Count);
        Assert.Equal("La leçon « Première » a été modifiée. Elle pose 1 nouvelle question. Vous l’aviez lue : elle sera à relire.", changes[0].Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Assert.StartsWith("Nouvelle leçon", changes[1], StringComparison.Ordinal);
        Assert.Contains("n’y est plus", changes[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_and_a_rule_that_changed_are_told()
    {
        var changes = EditionChanges.Between(Edition(First, Second), Edition(Second, First) with { MinimumScore = 80 }, null, InFrench);
        Assert.Contains("ordre", changes[0], StringComparison.Ordinal);
        Assert.StartsWith("Pour terminer", changes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_tell_is_said() =>
        Assert.Contains("présentation", Assert.Single(EditionChanges.Between(Edition(First), Edition(First), null, InFrench)), StringComparison.Ordinal);

    private static LessonOutline Lesson(string id, string title, string[] questions) => new(id, $"{id}1", id, title, 10, [], questions);

    private static CourseEdition Edition(params LessonOutline[] lessons) =>
        new("e", "c", "v", "cours", "Un cours", string.Empty, [], "tous", "pratique", 20, "donnees", [], null, 70, DateTimeOffset.UnixEpoch, lessons);
}
