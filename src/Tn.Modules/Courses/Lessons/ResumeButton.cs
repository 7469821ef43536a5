using Tn.Courses.Enrolments;
using Tn.Platform.Web;

namespace Tn.Courses.Lessons;

/// <summary>The way back to where one stopped.</summary>
internal sealed record ResumeButton(string Label, string Address)
{
    /// <summary>The button of a course begun, or null when it has no lesson.</summary>
    public static async Task<ResumeButton?> ForAsync(LearnerCourse course, ICourseCatalogue catalogue, Texts texts, CancellationToken cancellationToken)
    {
        if (course.Enrolment is not { } enrolment || ResumePoint.Of(course.Edition, enrolment, course.Attempts) is not { } point)
        {
            return null;
        }

        var body = point.Anchor is null ? null : await catalogue.FindLessonAsync(point.Lesson.VersionId, cancellationToken);
        return new ResumeButton(LabelOf(course, enrolment, point, body, texts), point.AddressIn(course.Edition));
    }

    private static string LabelOf(LearnerCourse course, Enrolment enrolment, ResumePoint point, LessonBody? body, Texts texts)
    {
        if (enrolment.CompletedUtc is not null)
        {
            return texts["Revoir la formation"];
        }

        if (course.Progress.LessonsRead == 0 && course.Progress.QuestionsAnswered == 0 && point.Anchor is null)
        {
            return texts["Commencer la première leçon"];
        }

        var place = body?.Contents.FirstOrDefault(heading => heading.Anchor == point.Anchor)?.Text;
        if (place is not null)
        {
            return texts[$"Reprendre à « {place} »"];
        }

        var question = QuestionNumber(point);
        return question is null
            ? texts[$"Reprendre à la leçon {point.Number}, « {point.Lesson.Title} »"]
            : texts[$"Reprendre à la question {question} de la leçon {point.Number}"];
    }

    private static int? QuestionNumber(ResumePoint point)
    {
        for (var index = 0; index < point.Lesson.QuestionIds.Count; index++)
        {
            if (ResumePoint.AnchorOf(point.Lesson.QuestionIds[index]) == point.Anchor)
            {
                return index + 1;
            }
        }

        return null;
    }
}
