using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>A piece of news of the programme.</summary>
internal static class NewsType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.News,
        Fields = [Fields.Title, Fields.Address, Fields.Summary.Needed(), Fields.Axis, Fields.Markdown.Needed(), Fields.Sources, Fields.ReviewBy],
        AddressPattern = "actualites/{slug}",
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
