using Tn.Content.Documents;
using Tn.Content.Review;

namespace Tn.Content.Types;

/// <summary>A course: what it teaches and to whom, and its lessons in order.</summary>
internal static class CourseType
{
    public static readonly CoursePart NewCourse = new("tous", "decouverte", [], 0, []);

    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Course,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Summary.Needed(),
            Fields.Axis.Needed(),
            Fields.Audience.Needed(),
            Fields.Level.Needed(),
            Fields.Minutes.Needed(),
            Fields.Objectives.Needed(),
            Fields.Cover,
            Fields.Prerequisites,
            Fields.MinimumScore,
            Fields.Lessons.Needed(),
            Fields.Sources,
            Fields.ReviewBy.Needed(),
        ],
        QuorumRule = RuleKeys.ReviewQuorumCourse,
        SearchKind = SearchKinds.Course,
        AddressPattern = "formations/{slug}",
        MirrorsFields = true,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), CoursePart = NewCourse },
    };
}
