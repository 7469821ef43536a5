using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Media.Keep;
using Tn.Content.Offered;
using Tn.Platform.Data;

namespace Tn.Content.Media.Showing;

/// <summary>Finds the bytes behind an address, for who may see them.</summary>
internal sealed class MediaShelf(TnDbContext db, MediaRights rights, ContentCache cache)
{
    /// <summary>The file, or null when there is none or when it is not for this person: the two cannot be told apart from outside.</summary>
    /// <param name="version">Null for the present one.</param>
    /// <param name="name">Of a variant; anything else means the whole file.</param>
    public async Task<ShelfFile?> FindAsync(string id, int? version, string name, ActContext act, CancellationToken cancellationToken)
    {
        if (!ContentId.IsValid(id))
        {
            return null;
        }

        var key = $"content:media:{id}:{version}:{name}";
        var file = version is null
            ? await ReadAsync(id, null, name, cancellationToken)
            // What is public under a version stays so: only that is remembered.
            : await cache.PinnedAsync<ShelfFile?>(key, async () => await ReadAsync(id, version, name, cancellationToken) is { IsPublic: true } found ? found : null)
                ?? await ReadAsync(id, version, name, cancellationToken);
        return file is { IsPublic: true } || MediaRights.MaySee(act) ? file : null;
    }

    private async Task<ShelfFile?> ReadAsync(string id, int? version, string name, CancellationToken cancellationToken)
    {
        var files = await db.Set<MediaFile>().AsNoTracking()
            .Join(db.Set<MediaItem>(), file => file.MediaId, item => item.Id, (file, item) => new { file, item.Version, item.Name, item.Kind })
            .Where(row => row.file.MediaId == id && row.file.Version == (version ?? row.Version) && (row.file.Name == name || row.file.Name == MediaFile.Whole))
            .ToListAsync(cancellationToken);
        var found = files.FirstOrDefault(row => row.file.Name == name) ?? files.FirstOrDefault();
        return found is null
            ? null
            : new ShelfFile(found.file.FileKey, found.file.ContentType, found.Name, found.Kind, await rights.PublishedTitleAsync(id, cancellationToken) is not null);
    }
}

/// <param name="Name">For who downloads it.</param>
/// <param name="IsPublic">A document that is or was published uses it.</param>
internal sealed record ShelfFile(string FileKey, string ContentType, string Name, MediaKind Kind, bool IsPublic);
