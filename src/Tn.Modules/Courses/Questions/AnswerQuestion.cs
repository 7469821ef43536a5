using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Platform.Data;

namespace Tn.Courses.Questions;

/// <summary>An answer as it arrives.</summary>
/// <param name="Token">Given by the form; the same form with the same answer is one try.</param>
internal sealed record GivenAnswer(string CourseSlug, string LessonSlug, string QuestionId, Answer Answer, string Token);

/// <summary>What became of an answer.</summary>
internal sealed record KeptAnswer(LearnerCourse Course, LessonOutline Lesson, Question Question, QuestionAttempt Attempt, bool CourseCompleted);

/// <summary>The act of answering a question in its lesson. One save: the try, and the completion when it brings it.</summary>
internal sealed class AnswerQuestion(TnDbContext db, LearnerCourses courses, LearnerQueries queries, ICourseCatalogue catalogue, RecordCompletion completion)
{
    private const int LongestToken = 64;

    /// <summary>Grades and keeps the actor's answer to a question of her own edition.</summary>
    public async Task<Outcome<KeptAnswer>> KeepAsync(GivenAnswer given, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        return await Collisions.LookAgainAsync(db, () => TryAsync(given, person, act, cancellationToken));
    }

    private async Task<Outcome<KeptAnswer>> TryAsync(GivenAnswer given, PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        var course = await courses.FindAsync(given.CourseSlug, person, toChange: true, cancellationToken);
        if (course?.Enrolment is not { } enrolment)
        {
            return new Refusal("courses.not-enrolled");
        }

        if (course.Edition.LessonAt(given.LessonSlug) is not { } lesson)
        {
            return new Refusal("courses.lesson-unknown");
        }

        if (await FindQuestionAsync(lesson, given.QuestionId, cancellationToken) is not { } question)
        {
            return new Refusal("courses.question-unknown");
        }

        if (given.Answer.CheckAgainst(question).IsRefused(out var refusal))
        {
            return refusal;
        }

        var before = course.Attempts.FirstOrDefault(attempt => attempt.QuestionId == question.Id);
        var token = given.Token.Length > LongestToken ? given.Token[..LongestToken] : given.Token;
        if (await FindRepeatedAsync(before, token, given.Answer, cancellationToken) is { } repeated)
        {
            return new KeptAnswer(course, lesson, question, repeated, false);
        }

        var attempt = QuestionAttempt.Keep(enrolment, lesson, question, given.Answer, (before?.Number ?? 0) + 1, token, act.At);
        db.Set<QuestionAttempt>().Add(attempt);
        var withThis = course with { Attempts = [.. course.Attempts.Where(other => other.QuestionId != question.Id), attempt] };
        var completed = await completion.IfMetAsync(enrolment, course.Edition, withThis.Attempts, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new KeptAnswer(withThis, lesson, question, attempt, completed);
    }

    /// <summary>The try that this very form already brought: the last one (a double click), or an older one (a page kept open and sent again).</summary>
    private async Task<QuestionAttempt?> FindRepeatedAsync(QuestionAttempt? last, string token, Answer answer, CancellationToken cancellationToken)
    {
        if (last is null || last.IsRepeatedBy(token, answer))
        {
            return last;
        }

        var older = last.Number == 1
            ? []
            : await queries.TriesOfFormAsync(db, last.Enrolment, last.QuestionId, token, cancellationToken);
        return older.Find(attempt => attempt.IsRepeatedBy(token, answer));
    }

    private async Task<Question?> FindQuestionAsync(LessonOutline lesson, string questionId, CancellationToken cancellationToken)
    {
        var body = await catalogue.FindLessonAsync(lesson.VersionId, cancellationToken);
        return body?.Parts.OfType<QuestionPart>().FirstOrDefault(part => part.Question.Id == questionId)?.Question;
    }
}
