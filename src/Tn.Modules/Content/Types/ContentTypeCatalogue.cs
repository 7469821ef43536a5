namespace Tn.Content.Types;

/// <summary>Every type of documents. To add one: a file beside this one, a line here, its label in the resources.</summary>
internal static class ContentTypeCatalogue
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<TypeDefinition> All =
    [
        CourseType.Definition,
        LessonType.Definition,
        TeachingMaterialType.Definition,
        WebinarType.Definition,
        NewsType.Definition,
        PageType.Definition,
        QuestionBankType.Definition,
        CharterType.Definition,
        AxisType.Definition,
        MenuType.Definition,
        HomeType.Definition,
    ];

    private static readonly Dictionary<string, TypeDefinition> ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The type of a name, or null.</summary>
    public static TypeDefinition? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The type of a document that exists.</summary>
    /// <exception cref="KeyNotFoundException">No such type: the database holds what no version of the program could write.</exception>
    public static TypeDefinition Of(string name) => ByName[name];
}
