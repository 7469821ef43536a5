using Tn.Content.Documents;

namespace Tn.Content.Packages.Conflicts;

/// <summary>A field that two texts of a document fill in differently.</summary>
internal sealed record FieldChange(string Name, string Here, string There)
{
    /// <summary>The fields that differ, the text itself left out.</summary>
    public static IReadOnlyList<FieldChange> Between(ContentParts here, ContentParts there) =>
        [.. Fields(here).Zip(Fields(there), (one, other) => new FieldChange(one.Name, one.Value, other.Value)).Where(change => change.Here != change.There)];

    private static IEnumerable<(string Name, string Value)> Fields(ContentParts parts)
    {
        var learning = parts.LearningPart ?? new LearningPart();
        yield return ("Titre", parts.TitlePart.Title);
        yield return ("Résumé", learning.Summary);
        yield return ("Objectifs", string.Join(" ; ", learning.Objectives));
        yield return ("Durée", learning.Minutes == 0 ? string.Empty : French.Minutes(learning.Minutes));
        yield return ("Axe", learning.Axis is { } axis ? Axes.NameOf(axis) : string.Empty);
        yield return ("À relire avant", parts.ReviewPart?.ReviewBy is { } day ? French.ShortDate(day) : string.Empty);
        yield return ("Sources", string.Join(" ; ", learning.Sources.Select(source => source.Title)));
        yield return ("Leçons", parts.CoursePart is { } course ? French.Count(course.Lessons.Count, "leçon", "leçons") : string.Empty);
        yield return ("Autres valeurs", string.Join(" ; ", (parts.FieldsPart?.Values ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key} : {pair.Value.ReplaceLineEndings(", ")}")));
    }
}
