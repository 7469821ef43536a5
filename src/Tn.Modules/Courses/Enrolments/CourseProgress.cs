using Tn.Courses.Questions;

namespace Tn.Courses.Enrolments;

/// <summary>How far a learner is in her edition. Only the last try at each question counts.</summary>
/// <param name="Points">Sum of the last tries' scores: a partly right answer counts for its part.</param>
/// <param name="MinimumScore">Percent of <paramref name="Questions"/> that the points must reach.</param>
internal sealed record CourseProgress(int Lessons, int LessonsRead, int Questions, int QuestionsAnswered, decimal Points, int MinimumScore)
{
    /// <summary>Whole percent of the questions answered right, rounded down: never flattering.</summary>
    public int ScorePercent => Questions == 0 ? 100 : (int)decimal.Floor(Points * 100 / Questions);

    /// <summary>Counts what the learner did on the lessons of this edition; what was done on other versions is left out.</summary>
    public static CourseProgress Of(CourseEdition edition, Enrolment? enrolment, IEnumerable<QuestionAttempt> attempts)
    {
        var lastTries = LastTries(edition, attempts);
        return new CourseProgress(
            edition.Lessons.Count,
            enrolment is null ? 0 : edition.Lessons.Count(enrolment.HasRead),
            edition.QuestionCount(),
            lastTries.Count,
            lastTries.Values.Sum(attempt => attempt.Score),
            edition.MinimumScore);
    }

    /// <summary>The last try at each question that stands in this edition, by question id.</summary>
    public static IReadOnlyDictionary<string, QuestionAttempt> LastTries(CourseEdition edition, IEnumerable<QuestionAttempt> attempts)
    {
        var last = new Dictionary<string, QuestionAttempt>();
        foreach (var attempt in attempts)
        {
            if (StandsIn(edition, attempt) && (!last.TryGetValue(attempt.QuestionId, out var known) || known.Number < attempt.Number))
            {
                last[attempt.QuestionId] = attempt;
            }
        }

        return last;
    }

    private static bool StandsIn(CourseEdition edition, QuestionAttempt attempt)
    {
        foreach (var lesson in edition.Lessons)
        {
            if (lesson.VersionId == attempt.LessonVersionId)
            {
                return lesson.QuestionIds.Contains(attempt.QuestionId);
            }
        }

        return false;
    }
}
