using Tn.Content.Documents;
using Tn.Content.Review;

namespace Tn.Content.Types;

/// <summary>A lesson of a course. It is begun from its course.</summary>
internal static class LessonType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Lesson,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Minutes.Needed(),
            Fields.Objectives,
            Fields.Markdown.Needed(),
            Fields.Sources,
            Fields.ReviewBy,
        ],
        Container = ContentTypes.Course,
        QuorumRule = RuleKeys.ReviewQuorumCourse,
        SearchKind = SearchKinds.Lesson,
        AddressPattern = "formations/{container}/{slug}",
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
