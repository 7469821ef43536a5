using Tn.Courses.Questions;

namespace Tn.Courses.Enrolments;

/// <summary>Where a learner goes on.</summary>
/// <param name="Anchor">A heading's or a question's id in the lesson's page; null for its top.</param>
/// <param name="Number">The lesson's number in the course.</param>
internal sealed record ResumePoint(LessonOutline Lesson, int Number, string? Anchor)
{
    /// <summary>The id of a question in the page.</summary>
    public static string AnchorOf(string questionId) => $"question-{questionId}";

    /// <summary>The address with its anchor.</summary>
    public string AddressIn(CourseEdition edition) =>
        Anchor is null ? edition.AddressOf(Lesson) : $"{edition.AddressOf(Lesson)}#{Anchor}";

    /// <summary>
    /// The latest of the place kept and the last answer given, when its lesson is not read yet;
    /// else the next unread lesson; else the first question not right yet.
    /// </summary>
    /// <returns>Null for a course without lessons.</returns>
    public static ResumePoint? Of(CourseEdition edition, Enrolment enrolment, IReadOnlyList<QuestionAttempt> attempts)
    {
        var lastTries = CourseProgress.LastTries(edition, attempts);
        var lastAnswer = lastTries.Values.MaxBy(attempt => attempt.AnsweredUtc);
        var answeredIn = lastAnswer is null ? null : edition.Lessons.FirstOrDefault(lesson => lesson.VersionId == lastAnswer.LessonVersionId);
        var seenIn = edition.Lessons.FirstOrDefault(lesson => lesson.ItemId == enrolment.LastLesson);
        var answeredLater = answeredIn is not null && (seenIn is null || lastAnswer!.AnsweredUtc > enrolment.LastSeenUtc);
        var here = answeredLater ? answeredIn : seenIn;

        if (here is not null && !enrolment.HasRead(here))
        {
            var anchor = answeredLater || enrolment.LastAnchor is null && AnsweredIn(here, lastTries)
                ? FirstUnanswered(here, lastTries)
                : enrolment.LastAnchor;
            return At(edition, here, anchor);
        }

        var unread = NextUnread(edition, enrolment, here);
        return unread is not null ? At(edition, unread, null) : FirstToImprove(edition, lastTries);
    }

    private static bool AnsweredIn(LessonOutline lesson, IReadOnlyDictionary<string, QuestionAttempt> lastTries) =>
        lesson.QuestionIds.Any(lastTries.ContainsKey);

    private static string? FirstUnanswered(LessonOutline lesson, IReadOnlyDictionary<string, QuestionAttempt> lastTries)
    {
        var question = lesson.QuestionIds.FirstOrDefault(id => !lastTries.ContainsKey(id)) ?? (lesson.QuestionIds.Count == 0 ? null : lesson.QuestionIds[^1]);
        return question is null ? null : AnchorOf(question);
    }

    private static LessonOutline? NextUnread(CourseEdition edition, Enrolment enrolment, LessonOutline? after)
    {
        var from = after is null ? 0 : edition.NumberOf(after);
        return edition.Lessons.Skip(from).FirstOrDefault(lesson => !enrolment.HasRead(lesson))
            ?? edition.Lessons.FirstOrDefault(lesson => !enrolment.HasRead(lesson));
    }

    private static ResumePoint? FirstToImprove(CourseEdition edition, IReadOnlyDictionary<string, QuestionAttempt> lastTries)
    {
        foreach (var lesson in edition.Lessons)
        {
            var question = lesson.QuestionIds.FirstOrDefault(id => !lastTries.TryGetValue(id, out var attempt) || attempt.Score < 1);
            if (question is not null)
            {
                return At(edition, lesson, AnchorOf(question));
            }
        }

        return edition.Lessons.Count == 0 ? null : At(edition, edition.Lessons[0], null);
    }

    private static ResumePoint At(CourseEdition edition, LessonOutline lesson, string? anchor) =>
        new(lesson, edition.NumberOf(lesson), anchor);
}
