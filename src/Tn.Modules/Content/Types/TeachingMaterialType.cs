using Tn.Content.Documents;
using Tn.Content.Review;

namespace Tn.Content.Types;

/// <summary>A support for those who lead workshops: a sheet, slides, a guide, a kit.</summary>
internal static class TeachingMaterialType
{
    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.TeachingMaterial,
        Fields =
        [
            Fields.Title,
            Fields.Address,
            Fields.Summary.Needed(),
            Fields.Axis.Needed(),
            Fields.Named("kind", FieldKind.Choice).Needed() with { Options = Fields.Choices("kind", "fiche", "diaporama", "guide", "atelier") },
            Fields.Minutes,
            Fields.Objectives,
            Fields.Markdown.Needed(),
            Fields.Files,
            Fields.Named("licence", FieldKind.Line, 200).Needed(),
            Fields.Sources,
            Fields.ReviewBy.Needed(),
        ],
        SearchKind = SearchKinds.Material,
        AddressPattern = "ressources/{slug}",
        MirrorsFields = true,
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), MarkdownBodyPart = new MarkdownBodyPart("\n") },
    };
}
