using System.Text.Json;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Copies;

/// <summary>
/// What one person has typed in one document and not saved: it survives a closed laptop and an expired session.
/// Not a version; nobody else sees it; gone once its text is saved or put aside.
/// </summary>
internal sealed class WorkingCopy
{
    private WorkingCopy()
    {
    }

    public PersonId Person { get; private init; }

    public string ItemId { get; private init; } = string.Empty;

    /// <summary>The version it was typed over.</summary>
    public string BaseVersionId { get; private set; } = string.Empty;

    public string ValuesJson { get; private set; } = "{}";

    public DateTimeOffset SavedUtc { get; private set; }

    /// <summary>Texts by field name, as typed: not checked yet.</summary>
    public IReadOnlyDictionary<string, string?> Values => JsonSerializer.Deserialize<Dictionary<string, string?>>(ValuesJson, TnJson.Options)!;

    public static WorkingCopy Of(PersonId person, string itemId) => new() { Person = person, ItemId = itemId };

    public void Keep(string baseVersionId, IReadOnlyDictionary<string, string?> values, DateTimeOffset now)
    {
        BaseVersionId = baseVersionId;
        ValuesJson = JsonSerializer.Serialize(values, TnJson.Options);
        SavedUtc = now;
    }
}
