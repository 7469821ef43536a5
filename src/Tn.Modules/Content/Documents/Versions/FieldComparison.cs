using System.Text.Json;

namespace Tn.Content.Documents.Versions;

/// <summary>A value of a part that is not the same in both versions. Absent values are null.</summary>
/// <param name="Part">As stored: <c>LearningPart</c>.</param>
/// <param name="Field">As stored: <c>Summary</c>.</param>
internal sealed record FieldChange(string Part, string Field, string? Before, string? After)
{
    /// <summary>Under which the field's French name is found.</summary>
    public string Code => $"content.field.{Part}.{Field}";
}

/// <summary>
/// Compares two versions' parts value by value, whatever the parts: one invented later is compared without a word here.
/// Texts shown elsewhere (the body, the bank) and where a version came from are left out.
/// </summary>
internal static class FieldComparison
{
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
        { $"{nameof(MarkdownBodyPart)}.{nameof(MarkdownBodyPart.Markdown)}", $"{nameof(QuestionBankPart)}.{nameof(QuestionBankPart.Gift)}" };

    /// <summary>The changes, in the parts' order.</summary>
    public static IReadOnlyList<FieldChange> Between(ContentVersion before, ContentVersion after)
    {
        var old = Values(before);
        var now = Values(after);
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(key => new FieldChange(key.Part, key.Field, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<(string Part, string Field), string> Values(ContentVersion version)
    {
        var values = new Dictionary<(string Part, string Field), string>();
        using var document = JsonDocument.Parse(version.PartsJson);
        foreach (var part in document.RootElement.EnumerateObject())
        {
            if (part.Value.ValueKind != JsonValueKind.Object || Is(part.Name, nameof(ProvenancePart)))
            {
                continue;
            }

            foreach (var field in part.Value.EnumerateObject())
            {
                var key = (Pascal(part.Name), Pascal(field.Name));
                if (!Elsewhere.Contains($"{key.Item1}.{key.Item2}") && Written(field.Value) is { Length: > 0 } text)
                {
                    values[key] = text;
                }
            }
        }

        return values;
    }

    /// <summary>A value as people read it: a list or an object has one entry a line.</summary>
    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(OnOneLine)),
        JsonValueKind.Object => string.Join('\n', value.EnumerateObject().Select(entry => $"{entry.Name} : {OnOneLine(entry.Value)}")),
        _ => value.GetRawText(),
    };

    private static string OnOneLine(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(entry => OnOneLine(entry.Value)).Where(text => text.Length > 0)),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(OnOneLine)),
        _ => Written(value),
    };

    private static bool Is(string name, string part) => string.Equals(name, part, StringComparison.OrdinalIgnoreCase);

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
