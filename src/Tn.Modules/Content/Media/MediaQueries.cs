using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Media;

/// <summary>Reads the library for its desk.</summary>
internal sealed class MediaQueries(TnDbContext db)
{
    /// <summary>Medias that match, newest first.</summary>
    public async Task<MediaList> ListAsync(MediaFilter filter, CancellationToken cancellationToken)
    {
        var rows = Matching(filter);
        var total = await rows.CountAsync(cancellationToken);
        var items = await rows.OrderByDescending(row => row.ModifiedUtc).ThenBy(row => row.Id)
            .Skip((filter.Page - 1) * filter.Size).Take(filter.Size)
            .ToListAsync(cancellationToken);
        return new MediaList(items, total);
    }

    /// <summary>The media, or null.</summary>
    public Task<MediaItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>Every folder that holds something, with how many, by name; 300 at most.</summary>
    public Task<List<FolderLine>> FoldersAsync(CancellationToken cancellationToken) =>
        db.Set<MediaItem>().GroupBy(row => row.Folder).OrderBy(group => group.Key).Select(group => new FolderLine(group.Key, group.Count())).Take(300).ToListAsync(cancellationToken);

    /// <summary>The documents that name a media, each once with the state of its use, by title; 200 at most.</summary>
    public async Task<IReadOnlyList<UseLine>> UsesAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await db.Set<MediaUse>().Where(use => use.MediaId == id)
            .Join(db.Set<ContentVersion>(), use => use.VersionId, version => version.VersionId, (_, version) => version)
            .GroupBy(version => version.ItemId)
            .Select(group => new
            {
                ItemId = group.Key,
                Title = group.Max(version => version.DisplayText)!,
                Type = group.Max(version => version.ContentType)!,
                Published = group.Max(version => version.PublishedKey),
                Latest = group.Max(version => version.LatestKey),
            })
            .OrderBy(line => line.Title).Take(200).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UseLine(row.ItemId, row.Title, row.Type, row.Published is not null, row.Latest is not null))];
    }

    /// <summary>What can be downloaded with a version: its files in their order, then the other documents its text links to, by name.</summary>
    public async Task<IReadOnlyList<MediaItem>> FilesOfAsync(string versionId, CancellationToken cancellationToken)
    {
        var named = await db.Set<MediaUse>().Where(use => use.VersionId == versionId)
            .Join(db.Set<MediaItem>().AsNoTracking(), use => use.MediaId, item => item.Id, (_, item) => item)
            .OrderBy(item => item.Name).ToListAsync(cancellationToken);
        if (named.Count == 0)
        {
            return [];
        }

        var version = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.VersionId == versionId, cancellationToken);
        var chosen = (version.Parts.FilesPart?.Addresses ?? []).SelectMany(MediaAddress.IdsIn).ToList();
        return
        [
            .. chosen.Select(id => named.Find(item => item.Id == id)).OfType<MediaItem>(),
            .. named.Where(item => item.Kind == MediaKind.Attachment && !chosen.Contains(item.Id)),
        ];
    }

    /// <summary>The medias of these identities, by id.</summary>
    public Task<Dictionary<string, MediaItem>> ManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellationToken);

    /// <summary>The newest medias that an author may choose from in a form.</summary>
    public Task<List<MediaItem>> NewestAsync(bool imagesOnly, int count, CancellationToken cancellationToken) =>
        db.Set<MediaItem>().AsNoTracking().Where(item => !imagesOnly || item.Kind != MediaKind.Attachment)
            .OrderByDescending(item => item.ModifiedUtc).ThenBy(item => item.Id).Take(count).ToListAsync(cancellationToken);

    private IQueryable<MediaItem> Matching(MediaFilter filter)
    {
        var rows = db.Set<MediaItem>().AsNoTracking();
        if (filter.Folder is { } folder)
        {
            rows = rows.Where(row => row.Folder == folder);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var words = filter.Text.Trim().ToLowerInvariant();
#pragma warning disable CA1862, CA1311, CA1304 // Becomes SQL, which knows lower() and no comparison.
            rows = rows.Where(row => row.Name.Contains(words) || row.Alt.ToLower().Contains(words) || row.Credit.ToLower().Contains(words));
#pragma warning restore CA1862, CA1311, CA1304
        }

        if (filter.ImagesOnly)
        {
            rows = rows.Where(row => row.Kind != MediaKind.Attachment);
        }

        return filter.ToDescribe
            ? rows.Where(row => row.Licence == string.Empty || row.Credit == string.Empty || (row.Alt == string.Empty && !row.Decorative && row.Kind != MediaKind.Attachment))
            : rows;
    }
}

/// <param name="Folder">Only this one; empty for what stands in none; null for all.</param>
/// <param name="ToDescribe">Only what lacks words, licence or author.</param>
/// <param name="Page">From 1.</param>
internal sealed record MediaFilter(string? Text, string? Folder, bool ToDescribe, int Page, int Size = 24, bool ImagesOnly = false);

internal sealed record MediaList(IReadOnlyList<MediaItem> Items, int Total);

internal sealed record FolderLine(string Folder, int Count);

/// <param name="Published">A public version names it.</param>
/// <param name="Latest">The latest version names it; neither: an earlier one does.</param>
internal sealed record UseLine(string ItemId, string Title, string ContentType, bool Published, bool Latest);
