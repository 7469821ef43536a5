using Microsoft.AspNetCore.Authorization;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.MonEspace;

/// <summary>The signed-in person's courses: in progress with the way back in, and done with their statements.</summary>
[Authorize]
internal sealed class FormationsModel(MyCourses mine, ICompletions completions, ICourseCatalogue catalogue) : TnPageModel
{
    public IReadOnlyList<CourseInProgress> InProgress { get; private set; } = [];

    public IReadOnlyList<CompletedCourse> Done { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var begun = await mine.ListAsync(person, cancellationToken);
        var inProgress = new List<CourseInProgress>();
        foreach (var course in begun.Where(course => course.Enrolment!.CompletedUtc is null))
        {
            inProgress.Add(new CourseInProgress(course, await ResumeButton.ForAsync(course, catalogue, T, cancellationToken)));
        }

        InProgress = inProgress;
        Done = await completions.OfAsync(person, cancellationToken);
    }

    /// <summary>A course begun and not completed.</summary>
    internal sealed record CourseInProgress(LearnerCourse Course, ResumeButton? Resume);
}
