using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>
/// A thematic axis: what the committee says courses, materials and certificates are about. Its title is its name, the last part
/// of its address its key.
/// </summary>
internal static class AxisType
{
    /// <summary>The named value that says whether the exam asks about it.</summary>
    public const string Examined = "examined";

    /// <summary>The named value that orders axes.</summary>
    public const string Rank = "rank";

    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Axis,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Summary.Needed(),
            Fields.Named(Rank, FieldKind.Number).Needed() with { Minimum = 1, Maximum = 99 },
            Fields.Named(Examined, FieldKind.Choice).Needed() with { Options = Fields.Choices("examined", "oui", "non") },
            Fields.Markdown.Needed(),
            Fields.ReviewBy.Needed(),
        ],
        CreatedWith = [Permission.WriteContent, Permission.ManageContent],
        QuorumRule = RuleKeys.ReviewQuorumCharter,
        AddressPattern = "axes/{slug}",
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
