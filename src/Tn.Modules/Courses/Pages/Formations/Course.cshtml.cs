using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Formations;

/// <summary>A course: what one will be able to do, its lessons, the rule to complete it, and the way in or back in.</summary>
[OutputCache(PolicyName = "Published")]
internal sealed class CourseModel(LearnerCourses courses, ICourseCatalogue catalogue, ICompletions completions, Enrol enrol, MoveToEdition move) : TnPageModel
{
    [FromRoute(Name = "course")]
    public string Slug { get; init; } = string.Empty;

    public LearnerCourse Course { get; private set; } = null!;

    public bool IsSignedIn { get; private set; }

    public IReadOnlyList<ThreadStep> Steps { get; private set; } = [];

    public IReadOnlyList<CourseEdition> Prerequisites { get; private set; } = [];

    public ResumeButton? Resume { get; private set; }

    public string? StatementCode { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (await courses.FindAsync(Slug, act.Actor, toChange: false, cancellationToken) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        IsSignedIn = act.Actor is not null;
        Steps = LessonThread.Of(course, here: null, T);
        Prerequisites = [.. (await catalogue.ListAsync(cancellationToken)).Where(other => course.Edition.Prerequisites.Contains(other.Slug))];
        if (course.Enrolment is { } enrolment)
        {
            Resume = await ResumeButton.ForAsync(course, catalogue, T, cancellationToken);
            StatementCode = enrolment.CompletedUtc is null ? null : await StatementCodeAsync(enrolment, cancellationToken);
        }

        return Page();
    }

    /// <summary>Enrols, then opens the first lesson, or the one the person came from.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? lesson, CancellationToken cancellationToken)
    {
        var outcome = await enrol.BeginAsync(Slug, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return refusal.Code == "courses.course-unknown" ? NotFound() : Denied(refusal);
        }

        var edition = outcome.Value.Edition;
        Confirm($"Vous êtes inscrit à « {edition.Title} ». Vos réponses et l’endroit où vous vous arrêtez sont gardés.");
        var opened = edition.LessonAt(lesson ?? string.Empty) ?? (edition.Lessons.Count == 0 ? null : edition.Lessons[0]);
        return LocalRedirect(opened is null ? edition.Address() : edition.AddressOf(opened));
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken)
    {
        if ((await move.MoveAsync(Slug, Act, cancellationToken)).IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Confirm("Vous suivez maintenant la nouvelle édition.");
        return LocalRedirect($"/formations/{Slug}");
    }

    private async Task<string?> StatementCodeAsync(Enrolment enrolment, CancellationToken cancellationToken) =>
        (await completions.OfAsync(enrolment.Person, cancellationToken))
            .FirstOrDefault(completed => completed.CourseItemId == enrolment.CourseItemId)?.StatementCode;
}
