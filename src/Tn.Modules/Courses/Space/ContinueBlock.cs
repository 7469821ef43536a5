using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Platform.Web;

namespace Tn.Courses.Space;

/// <summary>On <c>/mon-espace</c>: back to the course touched last, in one click.</summary>
internal sealed class ContinueBlock(MyCourses mine, ICourseCatalogue catalogue, Texts texts) : IPersonalSpaceBlock
{
    private const int Shown = 3;

    public int Order => 10;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return null;
        }

        var begun = await mine.ListAsync(person, cancellationToken);
        var inProgress = begun.Where(course => course.Enrolment!.CompletedUtc is null).ToList();
        if (inProgress.Count == 0)
        {
            return Nothing(begun.Count);
        }

        var last = inProgress[0];
        var resume = await ResumeButton.ForAsync(last, catalogue, texts, cancellationToken);
        return new PersonalSpaceBlock(
            texts["Continuer où je me suis arrêté"],
            CompletionRule.Remaining(last.Progress, texts),
            resume?.Label,
            resume?.Address,
            [.. inProgress.Take(Shown).Select(Line), new ProgressLine(texts["Toutes mes formations"], "/mon-espace/formations")]);
    }

    private ProgressLine Line(LearnerCourse course) =>
        new(course.Edition.Title, course.Edition.Address(), course.Progress.LessonsRead, course.Progress.Lessons, texts["Leçons lues"], Languages.Of());

    private PersonalSpaceBlock Nothing(int done) => done == 0
        ? new(texts["Se former"], texts["Vous n’avez pas encore commencé de formation."], texts["Choisir une formation"], "/formations", [])
        : new(
            texts["Se former"],
            texts[$"Vous avez terminé {texts.Count(done, "formation", "formations")}."],
            texts["Choisir une autre formation"],
            "/formations",
            [new ProgressLine(texts["Mes formations et attestations"], "/mon-espace/formations")]);
}
