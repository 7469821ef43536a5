using Tn.Content.Documents;
using Tn.Content.Review;

namespace Tn.Content.Types;

/// <summary>A page of the site: the programme, the legal texts. Authors correct their own; the editor-in-chief begins new ones.</summary>
internal static class PageType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Page,
        Fields = [Fields.Title, Fields.Address, Fields.Summary, Fields.Markdown.Needed(), Fields.Sources, Fields.ReviewBy.Needed()],
        CreatedWith = [Permission.WriteContent, Permission.ManageContent],
        SearchKind = SearchKinds.Page,
        AddressPattern = "pages/{slug}",
        MirrorsFields = true,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
