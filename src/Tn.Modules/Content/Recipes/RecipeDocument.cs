using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tn.Content.Documents;

namespace Tn.Content.Recipes;

/// <summary>A document between a row here and an object of a recipe's <c>Content</c> step.</summary>
internal static class RecipeDocument
{
    /// <summary>Names as Orchard writes them; a null where there must be a value is refused.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 32,
    };

    /// <summary>The members at the root that Orchard keeps, then parts only.</summary>
    public static JsonObject Write(ContentVersion version)
    {
        var document = new JsonObject
        {
            ["ContentItemId"] = version.ItemId,
            ["ContentItemVersionId"] = version.VersionId,
            ["ContentType"] = version.ContentType,
            ["DisplayText"] = version.DisplayText,
            ["Latest"] = version.Latest,
            ["Published"] = version.Published,
            ["ModifiedUtc"] = version.ModifiedUtc.UtcDateTime,
            ["PublishedUtc"] = version.PublishedUtc?.UtcDateTime,
            ["CreatedUtc"] = version.CreatedUtc.UtcDateTime,
            ["Owner"] = version.Owner?.ToString() ?? string.Empty,
            ["Author"] = version.AuthorName,
            [RecipeTypes.AddressPart] = new JsonObject { ["Slug"] = version.Slug },
        };
        foreach (var (name, part) in JsonSerializer.SerializeToNode(version.Parts, Json)!.AsObject().ToList())
        {
            if (name != nameof(ContentParts.Source))
            {
                document[name] = part?.DeepClone();
            }
        }

        return (JsonObject)ScriptGuard.Each(document, ScriptGuard.Guard)!;
    }

    /// <summary>The parts of a document; null with a reason when they are not such parts.</summary>
    public static ContentParts? Read(JsonObject document, out string? reason)
    {
        reason = null;
        var parts = new JsonObject();
        foreach (var property in typeof(ContentParts).GetProperties().Where(property => property.CanWrite))
        {
            if (document[property.Name] is JsonObject part)
            {
                parts[property.Name] = part.DeepClone();
            }
        }

        parts[nameof(TitlePart)] ??= new JsonObject { ["Title"] = Text(document, "DisplayText") };
        try
        {
            var read = parts.Deserialize<ContentParts>(Json)!;
            reason = HasHole(read) ? "une liste contient une valeur vide." : null;
            return reason is null ? read : null;
        }
        catch (JsonException wrong)
        {
            reason = $"la partie « {wrong.Path} » n’a pas la forme attendue.";
            return null;
        }
    }

    /// <summary>A text at the document's root, or empty.</summary>
    public static string Text(JsonObject document, string name) =>
        document[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    // Annotations say nothing of what stands in a list.
    private static bool HasHole(ContentParts parts) =>
        (parts.LearningPart is { } learning && (learning.Objectives.Contains(null!) || learning.Sources.Contains(null!)))
        || (parts.CoursePart is { } course && (course.Lessons.Contains(null!) || course.Prerequisites.Contains(null!)))
        || (parts.FieldsPart is { } fields && fields.Values.Values.Contains(null!))
        || (parts.ProvenancePart is { } provenance && provenance.Authors.Contains(null!));
}
