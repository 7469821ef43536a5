using System.Text.Json.Nodes;
using Tn.Content.Documents;
using Tn.Content.Menus;

namespace Tn.Content.Recipes;

/// <summary>The content types and parts as an Orchard Core <c>ContentDefinition</c> step lists them.</summary>
internal static class RecipeTypes
{
    private static readonly string[] Common = [nameof(TitlePart), nameof(AutoroutePart), nameof(LearningPart), nameof(ReviewPart), nameof(ProvenancePart), AddressPart];

    /// <summary>Each type with the parts it is made of.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> All = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [ContentTypes.Course] = [.. Common, nameof(CoursePart)],
        [ContentTypes.Lesson] = [.. Common, nameof(MarkdownBodyPart), nameof(ContainedPart)],
        [ContentTypes.Axis] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.Menu] = [.. Common, nameof(MenuPart)],
        [ContentTypes.Home] = [.. Common, nameof(HomePart)],
        [ContentTypes.Page] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.News] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.TeachingMaterial] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.Webinar] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.Charter] = [.. Common, nameof(MarkdownBodyPart), nameof(FieldsPart)],
        [ContentTypes.QuestionBank] = [.. Common, nameof(QuestionBankPart)],
    };

    /// <summary>Carries what Orchard would drop at a document's root: the last part of its address.</summary>
    public const string AddressPart = "TnAddressPart";

    /// <summary>The step.</summary>
    public static JsonObject Step() => new()
    {
        ["name"] = "ContentDefinition",
        ["ContentTypes"] = new JsonArray([.. All.Select(type => (JsonNode)Type(type.Key, type.Value))]),
        ["ContentParts"] = new JsonArray([.. All.SelectMany(type => type.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(part => (JsonNode)Part(part))]),
    };

    private static JsonObject Type(string name, IReadOnlyList<string> parts) => new()
    {
        ["Name"] = name,
        ["DisplayName"] = name,
        ["Settings"] = new JsonObject
        {
            ["ContentTypeSettings"] = new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true },
        },
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts.Select(part => (JsonNode)new JsonObject { ["PartName"] = part, ["Name"] = part, ["Settings"] = new JsonObject() })]),
    };

    private static JsonObject Part(string name) => new()
    {
        ["Name"] = name,
        ["Settings"] = new JsonObject(),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray(),
    };
}
