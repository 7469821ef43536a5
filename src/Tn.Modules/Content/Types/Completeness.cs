using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>What a draft lacks before it can be sent to the committee.</summary>
internal static class Completeness
{
    /// <summary>The needed fields that are empty, in the editor's order.</summary>
    public static IReadOnlyList<FieldDefinition> Missing(TypeDefinition type, string slug, ContentParts parts) =>
        [.. type.Fields.Where(field => field.Required && string.IsNullOrWhiteSpace(TextOf(field, slug, parts)))];

    /// <summary>A field of a document as text; the address is the version's slug.</summary>
    public static string TextOf(FieldDefinition field, string slug, ContentParts parts) => field.Kind == FieldKind.Slug ? slug : field.Read(parts);
}
