using System.Text.Json;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>Where a value comes from. Names are kept in the database: never rename one.</summary>
internal enum ValueOrigin
{
    /// <summary>Typed by the consultant.</summary>
    Declared,

    /// <summary>Read in a public register.</summary>
    Register,

    /// <summary>Checked by an instructor, or confirmed by a client.</summary>
    Verified,
}

/// <summary>Where a value comes from and how fresh it is.</summary>
/// <param name="At">When it was declared, read or verified.</param>
/// <param name="Source">The register or the checker, by name; null for what was declared.</param>
internal sealed record ValueMark(ValueOrigin Origin, DateTimeOffset At, string? Source = null)
{
    /// <summary>« vérifié le 3 mars 2026 (attestation acceptée) », as the export of one’s data keeps it.</summary>
    public string Sentence => Origin switch
    {
        ValueOrigin.Register => $"{Source}, au {French.ShortDate(French.Day(At))}",
        ValueOrigin.Verified => $"vérifié le {French.ShortDate(French.Day(At))} ({Source})",
        _ => $"déclaré le {French.ShortDate(French.Day(At))}",
    };

    /// <summary>The same as a page says it to the person and to instructors.</summary>
    public string SentenceFor(Texts texts) => Origin switch
    {
        ValueOrigin.Register => texts[$"{Source}, au {texts.ShortDate(French.Day(At))}"],
        ValueOrigin.Verified => texts[$"vérifié le {texts.ShortDate(French.Day(At))} ({Source})"],
        _ => texts[$"déclaré le {texts.ShortDate(French.Day(At))}"],
    };
}

/// <summary>The marks of a step's values, by field. Pure.</summary>
internal static class ValueMarks
{
    /// <summary>
    /// A value that was changed is declared as of now; one that was not keeps its mark: saving a step again makes nothing younger
    /// and takes no proof away.
    /// </summary>
    public static Dictionary<string, ValueMark> After(IReadOnlyDictionary<string, ValueMark> before, string oldJson, DateTimeOffset savedAt, string newJson, DateTimeOffset at)
    {
        var (old, now) = (Flatten(oldJson), Flatten(newJson));
        return now.ToDictionary(
            one => one.Key,
            one => old.GetValueOrDefault(one.Key) == one.Value
                ? before.GetValueOrDefault(one.Key) ?? new ValueMark(ValueOrigin.Declared, savedAt)
                : new ValueMark(ValueOrigin.Declared, at));
    }

    /// <summary>Every answered value of a step by its field; rows of a list one by one: <c>Missions[0]</c>.</summary>
    public static Dictionary<string, string> Flatten(string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Array when property.Value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Object:
                    var at = 0;
                    foreach (var row in property.Value.EnumerateArray())
                    {
                        values[$"{property.Name}[{at++}]"] = row.GetRawText();
                    }

                    break;
                case JsonValueKind.Null or JsonValueKind.False:
                    break;
                default:
                    if (property.Value.ToString() is { Length: > 0 } text && text != "[]")
                    {
                        values[property.Name] = text;
                    }

                    break;
            }
        }

        return values;
    }
}
