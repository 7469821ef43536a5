using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Packages.Conflicts;

/// <summary>A field that two texts of a document fill in differently.</summary>
internal sealed record FieldChange(string Name, string Here, string There)
{
    /// <summary>The fields that differ, the text itself left out.</summary>
    public static IReadOnlyList<FieldChange> Between(ContentParts here, ContentParts there, Texts texts) =>
        [.. Fields(here, texts).Zip(Fields(there, texts), (one, other) => new FieldChange(one.Name, one.Value, other.Value)).Where(change => change.Here != change.There)];

    private static IEnumerable<(string Name, string Value)> Fields(ContentParts parts, Texts texts)
    {
        var learning = parts.LearningPart ?? new LearningPart();
        yield return (texts["Titre"], parts.TitlePart.Title);
        yield return (texts["Résumé"], learning.Summary);
        yield return (texts["Objectifs"], string.Join(" ; ", learning.Objectives));
        yield return (texts["Durée"], learning.Minutes == 0 ? string.Empty : texts.Minutes(learning.Minutes));
        yield return (texts["Axe"], learning.Axis is { } axis ? texts[Axes.NameOf(axis)] : string.Empty);
        yield return (texts["À relire avant"], parts.ReviewPart?.ReviewBy is { } day ? texts.ShortDate(day) : string.Empty);
        yield return (texts["Sources"], string.Join(" ; ", learning.Sources.Select(source => source.Title)));
        yield return (texts["Leçons"], parts.CoursePart is { } course ? texts.Count(course.Lessons.Count, "leçon", "leçons") : string.Empty);
        yield return (texts["Autres valeurs"], string.Join(" ; ", (parts.FieldsPart?.Values ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key} : {pair.Value.ReplaceLineEndings(", ")}")));
    }
}
