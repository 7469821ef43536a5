using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>Reads documents for the desks of authors and managers. Nothing here is shown to the public.</summary>
internal sealed class DocumentQueries(TnDbContext db)
{
    /// <summary>Latest versions that match, newest first.</summary>
    public async Task<DocumentList> ListAsync(DocumentFilter filter, CancellationToken cancellationToken)
    {
        var rows = Latest(filter);
        var total = await rows.CountAsync(cancellationToken);
        var items = await rows
            .OrderByDescending(row => row.ModifiedUtc).ThenBy(row => row.DisplayText)
            .Skip((filter.Page - 1) * filter.Size)
            .Take(filter.Size)
            .Select(row => new DocumentLine(row.ItemId, row.DisplayText, row.ContentType, row.Slug, row.PublishedKey != null, db.Set<ContentVersion>().Any(other => other.PublishedKey == row.ItemId), row.ModifiedUtc, row.AuthorName))
            .ToListAsync(cancellationToken);
        return new DocumentList(items, total);
    }

    /// <summary>The item's latest version, or null when there is no such item.</summary>
    public Task<ContentVersion?> LatestAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.LatestKey == itemId, cancellationToken);

    /// <summary>A version, drafts too, or null.</summary>
    public Task<ContentVersion?> FindAsync(string versionId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.VersionId == versionId, cancellationToken);

    /// <summary>Versions by id: a course first, then by order and title.</summary>
    public async Task<List<ContentVersion>> FindManyAsync(IEnumerable<string> versionIds, CancellationToken cancellationToken)
    {
        var ids = versionIds.ToList();
        var rows = await db.Set<ContentVersion>().AsNoTracking().Where(row => ids.Contains(row.VersionId)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Parts.ContainedPart?.Order ?? 0).ThenBy(row => row.DisplayText, StringComparer.Create(French.Culture, ignoreCase: true))];
    }

    /// <summary>The published version of an item, or null.</summary>
    public Task<ContentVersion?> PublishedAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.PublishedKey == itemId, cancellationToken);

    /// <summary>All versions of an item, newest first.</summary>
    public Task<List<VersionLine>> VersionsAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ItemId == itemId)
            .OrderByDescending(row => row.ModifiedUtc)
            .Select(row => new VersionLine(row.VersionId, row.ModifiedUtc, row.AuthorName, row.LatestKey != null, row.PublishedKey != null, row.PublishedUtc))
            .ToListAsync(cancellationToken);

    private IQueryable<ContentVersion> Latest(DocumentFilter filter)
    {
        var rows = db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null);
        if (filter.Owner is { } owner)
        {
            rows = rows.Where(row => row.Owner == owner);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var words = filter.Text.Trim().ToLowerInvariant();
#pragma warning disable CA1862, CA1311, CA1304 // Becomes SQL, which knows lower() and no comparison.
            rows = rows.Where(row => row.DisplayText.ToLower().Contains(words) || row.Slug.Contains(words));
#pragma warning restore CA1862, CA1311, CA1304
        }

        if (!string.IsNullOrEmpty(filter.ContentType))
        {
            rows = rows.Where(row => row.ContentType == filter.ContentType);
        }

        return filter.State switch
        {
            "publie" => rows.Where(row => row.PublishedKey != null),
            "brouillon" => rows.Where(row => row.PublishedKey == null),
            _ => rows,
        };
    }
}

/// <param name="State"><c>publie</c>: the latest version is public; <c>brouillon</c>: it is not; or null for both.</param>
/// <param name="Owner">Only this person's documents, or null for all.</param>
internal sealed record DocumentFilter(string? Text, string? ContentType, string? State, PersonId? Owner, int Page, int Size = 25);

internal sealed record DocumentList(IReadOnlyList<DocumentLine> Items, int Total);

/// <param name="Published">The latest version is public.</param>
/// <param name="HasPublished">Some version is.</param>
internal sealed record DocumentLine(string ItemId, string Title, string ContentType, string Slug, bool Published, bool HasPublished, DateTimeOffset ModifiedUtc, string AuthorName);

internal sealed record VersionLine(string VersionId, DateTimeOffset ModifiedUtc, string AuthorName, bool Latest, bool Published, DateTimeOffset? PublishedUtc);
