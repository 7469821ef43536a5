using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Versions;

/// <summary>A version in the list.</summary>
internal sealed record VersionRow(string VersionId, DateTimeOffset ModifiedUtc, string AuthorName, string Comment, bool Latest, bool Published, DateTimeOffset? PublishedUtc)
{
    /// <summary>Where it stands, in one word.</summary>
    public VersionState State => this switch
    {
        { Published: true } => VersionState.Published,
        { Latest: true } => VersionState.Draft,
        { PublishedUtc: not null } => VersionState.WasPublished,
        _ => VersionState.Past,
    };
}

/// <summary>Where a version stands.</summary>
internal enum VersionState
{
    Published,
    Draft,
    WasPublished,
    Past,
}

internal sealed record VersionPage(IReadOnlyList<VersionRow> Rows, int Total);

/// <summary>Reads an item's versions a page at a time; none is ever trimmed.</summary>
internal sealed class VersionQueries(TnDbContext db)
{
    /// <summary>Versions, newest first.</summary>
    /// <param name="page">From 1.</param>
    public async Task<VersionPage> ListAsync(string itemId, int page, int size, CancellationToken cancellationToken)
    {
        var rows = db.Set<ContentVersion>().AsNoTracking().Where(row => row.ItemId == itemId);
        var total = await rows.CountAsync(cancellationToken);
        var shown = await rows
            .OrderByDescending(row => row.LatestKey != null).ThenByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.VersionId)
            .Skip((page - 1) * size)
            .Take(size)
            .Select(row => new VersionRow(row.VersionId, row.ModifiedUtc, row.AuthorName, row.Comment, row.LatestKey != null, row.PublishedKey != null, row.PublishedUtc))
            .ToListAsync(cancellationToken);
        return new VersionPage(shown, total);
    }
}
