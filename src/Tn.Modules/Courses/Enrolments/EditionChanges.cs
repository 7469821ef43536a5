using Tn.Platform.Web;

namespace Tn.Courses.Enrolments;

/// <summary>What a newer edition changes, told to a learner before she decides to move.</summary>
internal static class EditionChanges
{
    /// <summary>One sentence a change, in the new edition's order; never empty.</summary>
    /// <param name="own">The edition she follows.</param>
    /// <param name="current">The edition now published.</param>
    /// <param name="enrolment">Whose reading tells what is to be read again.</param>
    public static IReadOnlyList<string> Between(CourseEdition own, CourseEdition current, Enrolment? enrolment, Texts texts)
    {
        var before = own.Lessons.ToDictionary(lesson => lesson.ItemId);
        var changes = new List<string>();
        if (own.Title != current.Title)
        {
            changes.Add(texts[$"La formation s’appelle maintenant « {current.Title} »."]);
        }

        changes.AddRange(current.Lessons.Select(lesson => Change(before.GetValueOrDefault(lesson.ItemId), lesson, enrolment, texts)).OfType<string>());
        changes.AddRange(own.Lessons.ExceptBy(current.Lessons.Select(lesson => lesson.ItemId), lesson => lesson.ItemId)
            .Select(lesson => texts[$"La leçon « {lesson.Title} » n’y est plus."]));
        if (IsReordered(own, current))
        {
            changes.Add(texts["L’ordre des leçons a changé."]);
        }

        if (own.MinimumScore != current.MinimumScore)
        {
            changes.Add(texts[$"Pour terminer : {CompletionRule.Sentence(current, texts)}"]);
        }

        return changes.Count > 0 ? changes : [texts["Seule la présentation de la formation a changé ; ses leçons sont les mêmes."]];
    }

    private static string? Change(LessonOutline? before, LessonOutline lesson, Enrolment? enrolment, Texts texts)
    {
        if (before is null)
        {
            return texts[$"Nouvelle leçon : « {lesson.Title} » ({texts.Minutes(lesson.Minutes)})."];
        }

        if (before.VersionId == lesson.VersionId)
        {
            return null;
        }

        var again = enrolment?.HasRead(before) == true ? " " + texts["Vous l’aviez lue : elle sera à relire."] : string.Empty;
        var questions = lesson.QuestionIds.Except(before.QuestionIds).Count();
        var asked = questions > 0 ? " " + texts[$"Elle pose {texts.Count(questions, "nouvelle question", "nouvelles questions")}."] : string.Empty;
        return texts[$"La leçon « {lesson.Title} » a été modifiée."] + asked + again;
    }

    private static bool IsReordered(CourseEdition own, CourseEdition current)
    {
        var kept = own.Lessons.Select(lesson => lesson.ItemId).Intersect(current.Lessons.Select(lesson => lesson.ItemId));
        return !kept.SequenceEqual(current.Lessons.Select(lesson => lesson.ItemId).Intersect(own.Lessons.Select(lesson => lesson.ItemId)));
    }
}
