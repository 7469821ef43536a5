using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Courses.Questions;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Formations;

/// <summary>
/// A lesson one can read for an hour, with its questions in place. For a stranger the page is the same for everyone
/// and served from the output cache; for a learner it costs two compiled queries.
/// </summary>
[OutputCache(PolicyName = "Published")]
internal sealed class LessonModel(LearnerCourses courses, ICourseCatalogue catalogue, AnswerQuestion answer, ReadLesson read, Sentences sentences) : TnPageModel
{
    // Set by lesson.js: the answer is then the question's fragment, not the whole page.
    private const string FragmentHeader = "Tn-Fragment";

    private ActContext act = null!;
    private QuestionDoor door;
    private IReadOnlyDictionary<string, QuestionAttempt> lastTries = new Dictionary<string, QuestionAttempt>();
    private QuestionView? refused;

    // Read where routing left them: binding costs three hundredths of the page.
    public string CourseSlug => (string)RouteData.Values["course"]!;

    public string LessonSlug => (string)RouteData.Values["lesson"]!;

    public LearnerCourse Course { get; private set; } = null!;

    public LessonOutline Lesson { get; private set; } = null!;

    public LessonBody Body { get; private set; } = null!;

    public IReadOnlyList<ThreadStep> Steps { get; private set; } = [];

    public bool IsSignedIn => act.Actor is not null;

    public bool IsRead => Course.Enrolment?.HasRead(Lesson) == true;

    public bool ReadsNotes { get; private set; }

    public bool HasNotes => Body.Parts.Any(part => part is FacilitatorPart);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? Page();

    /// <summary>Takes an answer: back to the question, explained; or the same page with what was typed and why it cannot be taken.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(AnswerForm form, CancellationToken cancellationToken)
    {
        act = Act;
        var outcome = await answer.KeepAsync(new GivenAnswer(CourseSlug, LessonSlug, form.QuestionId, form.ToAnswer(), form.Token ?? string.Empty), act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return await RefuseAsync(refusal, form, cancellationToken);
        }

        var kept = outcome.Value;
        if (Request.Headers.ContainsKey(FragmentHeader))
        {
            Show(kept.Course, kept.Lesson);
            return Partial("Courses/_Question", ViewOf(kept.Question) with { CompletedCourse = kept.CourseCompleted });
        }

        if (kept.CourseCompleted)
        {
            Confirm("Vous avez terminé cette formation. Votre attestation de suivi vous attend dans « Mes formations ».");
        }

        return LocalRedirect($"{kept.Course.Edition.AddressOf(kept.Lesson)}#{ResumePoint.AnchorOf(kept.Question.Id)}");
    }

    /// <summary>Marks the lesson as read and opens the next.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await read.MarkAsync(CourseSlug, LessonSlug, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return ToCourseOrDenied(refusal);
        }

        var done = outcome.Value;
        if (done.CourseCompleted)
        {
            Confirm("Vous avez terminé cette formation. Votre attestation de suivi vous attend.");
            return LocalRedirect(done.Edition.Address());
        }

        Confirm("Leçon lue. C’est noté.");
        return LocalRedirect(done.Next is null ? done.Edition.Address() : done.Edition.AddressOf(done.Next));
    }

    /// <summary>A question as this visitor may see it.</summary>
    public QuestionView ViewOf(Question question)
    {
        if (refused?.Id == question.Id)
        {
            return refused;
        }

        return QuestionView.Of(
            question,
            NumberOf(question),
            Course.Edition.AddressOf(Lesson),
            door,
            act.Actor?.Value ?? Guid.Empty,
            lastTries.GetValueOrDefault(question.Id),
            IsSignedIn ? Guid.NewGuid().ToString("N") : string.Empty);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        act = Act;
        if (await courses.FindAsync(CourseSlug, act.Actor, toChange: false, cancellationToken) is not { } course)
        {
            return NotFound();
        }

        if (course.Edition.LessonAt(LessonSlug) is not { } lesson)
        {
            // A lesson of the newer edition only: the course's page says so and offers to move.
            return course.Current?.LessonAt(LessonSlug) is null ? NotFound() : LocalRedirect(course.Edition.Address());
        }

        if (await catalogue.FindLessonAsync(lesson.VersionId, cancellationToken) is not { } body)
        {
            return NotFound();
        }

        Body = body;
        Show(course, lesson);
        Steps = LessonThread.Of(course, lesson, T);
        ReadsNotes = act.Can(Permission.ReadFacilitatorNotes);
        return null;
    }

    private void Show(LearnerCourse course, LessonOutline lesson)
    {
        Course = course;
        Lesson = lesson;
        lastTries = CourseProgress.LastTries(course.Edition, course.Attempts);
        door = act.Actor is null ? QuestionDoor.Stranger : course.Enrolment is null ? QuestionDoor.NotEnrolled : QuestionDoor.Open;
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, AnswerForm form, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var question = Body.Parts.OfType<QuestionPart>().FirstOrDefault(part => part.Question.Id == form.QuestionId)?.Question;
        if (question is null || door != QuestionDoor.Open)
        {
            return ToCourseOrDenied(refusal);
        }

        refused = ViewOf(question).Refused(form.ToAnswer(), sentences.Of(refusal));
        return Request.Headers.ContainsKey(FragmentHeader) ? Partial("Courses/_Question", refused) : Page();
    }

    private IActionResult ToCourseOrDenied(Refusal refusal)
    {
        if (refusal.Code != "courses.not-enrolled")
        {
            return Denied(refusal);
        }

        Confirm(sentences.Of(refusal));
        return LocalRedirect($"/formations/{CourseSlug}");
    }

    private int NumberOf(Question question)
    {
        for (var index = 0; index < Lesson.QuestionIds.Count; index++)
        {
            if (Lesson.QuestionIds[index] == question.Id)
            {
                return index + 1;
            }
        }

        return 0;
    }
}
