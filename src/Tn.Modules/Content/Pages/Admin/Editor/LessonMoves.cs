using Tn.Content.Types;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>What the buttons of a course's lessons do to their order. Pure: it only moves lines.</summary>
internal static class LessonMoves
{
    public const string Up = "monter";
    public const string Down = "descendre";
    public const string Aside = "ecarter";
    public const string Back = "remettre";

    /// <summary>The lessons after a button was pressed.</summary>
    /// <param name="lessons">Item ids, one a line, in order.</param>
    /// <param name="move">A word and an item id; anything else changes nothing.</param>
    public static string After(string lessons, string? move)
    {
        var ids = FieldText.Lines(lessons).ToList();
        if (move?.Split(' ') is not [var verb, var id])
        {
            return lessons;
        }

        var at = ids.IndexOf(id);
        switch (verb)
        {
            case Up when at > 0:
                (ids[at - 1], ids[at]) = (ids[at], ids[at - 1]);
                break;
            case Down when at >= 0 && at < ids.Count - 1:
                (ids[at + 1], ids[at]) = (ids[at], ids[at + 1]);
                break;
            case Aside when at >= 0:
                ids.RemoveAt(at);
                break;
            case Back when at < 0:
                ids.Add(id);
                break;
        }

        return string.Join('\n', ids);
    }
}
