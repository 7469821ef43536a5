using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>What a webinar is about and when it takes place; its seats are kept by the webinars module.</summary>
internal static class WebinarType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Webinar,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Summary.Needed(),
            Fields.Axis.Needed(),
            Fields.Named("starts", FieldKind.Moment),
            Fields.Minutes.Needed(),
            Fields.Named("speakers", FieldKind.Lines, 2000),
            Fields.Objectives,
            Fields.Markdown.Needed(),
            Fields.ReviewBy,
        ],
        AddressPattern = "webinaires/{slug}",
        MirrorsFields = true,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
