using Tn.Platform.Web;

namespace Tn.Courses.Enrolments;

/// <summary>
/// When a course is completed: every lesson read to its end, and enough of its questions right at the last try.
/// The minimum is the course's own (<c>completion.minimumScore</c> of its package).
/// </summary>
/// @exemplary: a rule and the sentences that tell it stand together, pure
internal static class CompletionRule
{
    /// <summary>True when nothing is left to do.</summary>
    public static bool IsMet(CourseProgress progress) =>
        progress.Lessons > 0 && LessonsLeft(progress) == 0 && HasEnoughPoints(progress);

    /// <summary>The rule as a sentence, before one begins.</summary>
    public static string Sentence(CourseEdition edition, Texts texts)
    {
        var lessons = edition.Lessons.Count;
        var reading = lessons == 1 ? texts["lu sa leçon jusqu’au bout"] : texts[$"lu ses {lessons} leçons jusqu’au bout"];
        var questions = edition.QuestionCount();
        return questions == 0 || edition.MinimumScore == 0
            ? texts[$"Vous aurez terminé cette formation quand vous aurez {reading}."]
            : texts[$"Vous aurez terminé cette formation quand vous aurez {reading} et répondu juste à {Share(edition.MinimumScore, questions, texts)}."];
    }

    /// <summary>What is left, as a sentence; the last words when nothing is.</summary>
    public static string Remaining(CourseProgress progress, Texts texts)
    {
        var left = new List<string>();
        if (LessonsLeft(progress) > 0)
        {
            left.Add(texts.Count(LessonsLeft(progress), "leçon à lire", "leçons à lire"));
        }

        if (QuestionsLeft(progress) > 0)
        {
            left.Add(texts.Count(QuestionsLeft(progress), "question à réussir", "questions à réussir"));
        }

        return left.Count == 0
            ? texts["Il ne vous reste rien à faire : vous avez tout lu et répondu juste à assez de questions."]
            : texts[$"Il vous reste {string.Join(texts[" et "], left)}."];
    }

    /// <summary>How many more questions must be right.</summary>
    public static int QuestionsLeft(CourseProgress progress) => HasEnoughPoints(progress)
        ? 0
        : (int)decimal.Ceiling((decimal)progress.MinimumScore * progress.Questions / 100 - progress.Points);

    private static int LessonsLeft(CourseProgress progress) => progress.Lessons - progress.LessonsRead;

    private static bool HasEnoughPoints(CourseProgress progress) =>
        progress.Points * 100 >= (decimal)progress.MinimumScore * progress.Questions;

    private static string Share(int percent, int questions, Texts texts) => (percent, questions) switch
    {
        (_, 1) => texts["sa question"],
        (100, _) => texts[$"ses {questions} questions"],
        _ => texts[$"au moins {percent}\u202f% de ses {questions} questions"],
    };
}
