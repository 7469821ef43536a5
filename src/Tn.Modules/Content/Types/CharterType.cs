using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>A charter that advisors, consultants or partners sign: its text, version by version.</summary>
internal static class CharterType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.Charter,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Summary.Needed(),
            Fields.Named("audience", FieldKind.Choice).Needed() with { Options = Fields.Choices("audience", "conseiller", "consultant", "partenaire") },
            Fields.Named("number", FieldKind.Line, 40).Needed(),
            Fields.Named("change", FieldKind.Choice) with { Options = Fields.Choices("change", "editorial", "material") },
            Fields.Markdown.Needed(),
            Fields.ReviewBy.Needed(),
        ],
        CreatedWith = [Permission.WriteContent, Permission.ManageContent],
        AddressPattern = "charte/{slug}",
        MirrorsFields = true,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
