using Tn.Content.Types;

namespace Tn.Content.Documents.Save;

/// <summary>What the author typed, and over which version.</summary>
/// <param name="Values">Texts by field name; a field that is not named keeps what it says. <see cref="Body"/> names the text whatever the type.</param>
internal sealed record DraftInput(string ItemId, string BaseVersionId, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>Stands for the type's own body field.</summary>
    public const string Body = "Body";

    public DraftInput(string itemId, string baseVersionId, string title, string summary, string source)
        : this(itemId, baseVersionId, new Dictionary<string, string?> { [Fields.Title.Name] = title, [Fields.Summary.Name] = summary, [Body] = source })
    {
    }

    /// <summary>What the author says of this version, 0 to <see cref="ContentVersion.CommentLength"/> characters.</summary>
    public string Comment { get; init; } = string.Empty;

    /// <summary>The title of a lesson to begin in this course with the same save, or null.</summary>
    public string? NewLesson { get; init; }

    /// <summary>The text typed in a field, or null when it was not typed at all.</summary>
    public string? ValueOf(FieldDefinition field) =>
        Values.GetValueOrDefault(field.Name) ?? (field.IsBody ? Values.GetValueOrDefault(Body) : null);
}

/// <param name="IsNew">False when nothing had changed.</param>
/// <param name="LessonId">The lesson that was begun with it, or null.</param>
internal sealed record SavedDraft(string VersionId, bool IsNew, string? LessonId = null);
