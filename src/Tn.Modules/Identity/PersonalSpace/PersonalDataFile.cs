using System.Text.Json;
using Tn.Platform.Data;

namespace Tn.Identity.PersonalSpace;

/// <summary>Gathers what every module keeps of a person, under French headings.</summary>
internal sealed class PersonalDataFile(IEnumerable<IPersonalData> modules)
{
    /// <summary>One JSON object; two modules that use the same heading are both kept.</summary>
    public async Task<JsonElement> ReadAsync(PersonId person, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            foreach (var (heading, value) in await module.ExportAsync(person, cancellationToken))
            {
                parts[parts.ContainsKey(heading) ? $"{heading} ({parts.Count})" : heading] = value;
            }
        }

        // Headings are words for people: their capitals stay.
        return JsonSerializer.SerializeToElement(parts, TnJson.Options);
    }
}
