using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Rendering;
using Tn.Platform.Data;

namespace Tn.Content.Media;

/// <summary>Do the medias of a text have all that publication asks for: words (or « decorative »), licence and author?</summary>
internal sealed class MediaCheck(TnDbContext db)
{
    /// <summary>Refuses versions that name a media without its description, or one that is not there.</summary>
    public async Task<Outcome> RequireDescribedAsync(IReadOnlyList<ContentVersion> versions, CancellationToken cancellationToken)
    {
        foreach (var version in versions)
        {
            var ids = MediaAddress.IdsIn(version.PartsJson);
            if (ids.Count > 0 && await FaultsAsync(ids, cancellationToken) is [var fault, ..])
            {
                return fault.Missing is { } missing
                    ? new Refusal("content.media-undescribed").With("title", version.DisplayText).With("media", fault.Name).With("missing", missing)
                    : new Refusal("content.media-gone").With("title", version.DisplayText).With("media", fault.Name);
            }
        }

        return Outcome.Done;
    }

    /// <summary>The same for a version being written, one finding a media; its line is 0 when it stands beside the text.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(ContentVersion version, CancellationToken cancellationToken)
    {
        var ids = MediaAddress.IdsIn(version.PartsJson);
        if (ids.Count == 0)
        {
            return [];
        }

        var lines = version.Parts.Source.Split('\n');
        return [.. (await FaultsAsync(ids, cancellationToken)).Select(fault => new Finding(
            version.Slug,
            Array.FindIndex(lines, line => line.Contains(fault.Id, StringComparison.Ordinal)) + 1,
            Severity.Warning,
            fault.Missing is { } missing
                ? $"« {fault.Name} » ne peut pas encore être publié : il lui manque {missing}. Complétez sa fiche : /admin/medias/{fault.Id}."
                : $"Le média {fault.Name} n’existe pas dans la médiathèque. Choisissez-en une autre."))];
    }

    private async Task<List<MediaFault>> FaultsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var items = await db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellationToken);
        return [.. ids
            .Where(id => !items.TryGetValue(id, out var item) || !item.IsDescribed)
            .Select(id => items.TryGetValue(id, out var item) ? new MediaFault(id, item.Name, MissingOf(item)) : new MediaFault(id, id, null))];
    }

    /// <summary>« le texte de remplacement, la licence et l’auteur ».</summary>
    public static string MissingOf(MediaItem item)
    {
        string?[] parts =
        [
            item.Kind != MediaKind.Attachment && !item.Decorative && item.Alt.Length == 0 ? "le texte de remplacement" : null,
            item.Licence.Length == 0 ? "la licence" : null,
            item.Credit.Length == 0 ? "l’auteur" : null,
        ];
        var missing = parts.OfType<string>().ToList();
        return missing.Count < 2 ? string.Concat(missing) : $"{string.Join(", ", missing[..^1])} et {missing[^1]}";
    }

    private sealed record MediaFault(string Id, string Name, string? Missing);
}
