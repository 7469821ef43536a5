using Microsoft.AspNetCore.Mvc;
using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Formations;

/// <summary>The facilitator's kit of a lesson, made to be printed: notes, plan, questions without their key.</summary>
[Needs(Permission.ReadFacilitatorNotes)]
internal sealed class AnimationModel(LearnerCourses courses, ICourseCatalogue catalogue) : TnPageModel
{
    [FromRoute(Name = "course")]
    public string CourseSlug { get; init; } = string.Empty;

    [FromRoute(Name = "lesson")]
    public string LessonSlug { get; init; } = string.Empty;

    public LearnerCourse Course { get; private set; } = null!;

    public LessonOutline Lesson { get; private set; } = null!;

    public LessonBody Body { get; private set; } = null!;

    public IReadOnlyList<FacilitatorPart> Notes => [.. Body.Parts.OfType<FacilitatorPart>()];

    public IReadOnlyList<QuestionView> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (act.Require(Permission.ReadFacilitatorNotes).IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        if (await courses.FindAsync(CourseSlug, act.Actor, toChange: false, cancellationToken) is not { } course
            || course.Edition.LessonAt(LessonSlug) is not { } lesson
            || await catalogue.FindLessonAsync(lesson.VersionId, cancellationToken) is not { } body)
        {
            return NotFound();
        }

        (Course, Lesson, Body) = (course, lesson, body);
        Questions = [.. body.Parts.OfType<QuestionPart>().Select((part, index) =>
            QuestionView.Of(part.Question, index + 1, course.Edition.AddressOf(lesson), QuestionDoor.Stranger, Guid.Empty, null, string.Empty))];
        return Page();
    }
}
