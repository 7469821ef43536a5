using Tn.Courses.Enrolments;

namespace Tn.Courses.Questions;

/// <summary>An attempt's identity.</summary>
internal readonly record struct QuestionAttemptId(Guid Value) : IGuidId<QuestionAttemptId>
{
    public static QuestionAttemptId From(Guid value) => new(value);

    public static QuestionAttemptId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One try at a question. Rows are only ever added: an answer acknowledged is an answer kept.</summary>
internal sealed class QuestionAttempt
{
    private QuestionAttempt()
    {
    }

    public QuestionAttemptId Id { get; private set; }

    public EnrolmentId Enrolment { get; private set; }

    /// <summary>The version of the lesson that asked.</summary>
    public string LessonVersionId { get; private set; } = string.Empty;

    public string QuestionId { get; private set; } = string.Empty;

    /// <summary>1 for the first try at this question; unique, so two tries at once cannot hide one another.</summary>
    public int Number { get; private set; }

    public Answer Answer { get; private set; } = Answer.Unknown;

    /// <summary>From 0 to 1, as graded at the time.</summary>
    public decimal Score { get; private set; }

    /// <summary>Given by the form: a form sent twice with the same answer is one try.</summary>
    public string Token { get; private set; } = string.Empty;

    public DateTimeOffset AnsweredUtc { get; private set; }

    /// <summary>Grades and writes down a try.</summary>
    /// <param name="number">One more than the tries before.</param>
    public static QuestionAttempt Keep(Enrolment enrolment, LessonOutline lesson, Question question, Answer answer, int number, string token, DateTimeOffset at) => new()
    {
        Id = QuestionAttemptId.New(at),
        Enrolment = enrolment.Id,
        LessonVersionId = lesson.VersionId,
        QuestionId = question.Id,
        Number = number,
        Answer = answer,
        Score = QuestionGrading.Mark(question, answer).Score,
        Token = token,
        AnsweredUtc = at,
    };

    /// <summary>True when the same form brings the same answer again: a double click, a reload.</summary>
    public bool IsRepeatedBy(string token, Answer answer) => Token == token && Answer.SameAs(answer);
}
