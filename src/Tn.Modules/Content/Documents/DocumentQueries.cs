using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Words;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>Reads documents for the desks of authors and managers. Nothing here is shown to the public.</summary>
internal sealed class DocumentQueries(TnDbContext db, TitleSearch titles)
{
    /// <summary>More than a person pages through: a total beyond it is told as "more than".</summary>
    public const int MostCounted = 1000;

    /// <summary>Latest versions that match, in the filter's order. The count stops at one more than <see cref="MostCounted"/>, so that it does not grow with the table.</summary>
    public async Task<DocumentList> ListAsync(DocumentFilter filter, CancellationToken cancellationToken)
    {
        var rows = Matching(filter, await titles.FindAsync(filter.Text, cancellationToken));
        var total = await rows.Take(MostCounted + 1).CountAsync(cancellationToken);
        return new DocumentList(await Listed(filter, rows).ToListAsync(cancellationToken), total);
    }

    /// <summary>One page of the list, as the query that reads it.</summary>
    public async Task<IQueryable<DocumentLine>> PageAsync(DocumentFilter filter, CancellationToken cancellationToken) =>
        Listed(filter, Matching(filter, await titles.FindAsync(filter.Text, cancellationToken)));

    private IQueryable<DocumentLine> Listed(DocumentFilter filter, IQueryable<ContentVersion> rows) => Ordered(rows, filter.Sort)
        .Skip((filter.Page - 1) * filter.Size)
        .Take(filter.Size)
        .Select(row => new DocumentLine(row.ItemId, row.VersionId, row.DisplayText, row.ContentType, row.Slug, row.PublishedKey != null, db.Set<ContentVersion>().Any(other => other.PublishedKey == row.ItemId), row.ModifiedUtc, row.AuthorName)
        {
            Owner = row.Owner,
            ReviewBy = row.ReviewBy,
        });

    /// <summary>Latest versions by item, as many as there are among those asked for.</summary>
    public Task<List<ContentVersion>> LatestManyAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null && itemIds.Contains(row.LatestKey)).OrderBy(row => row.DisplayText).ToListAsync(cancellationToken);

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

    /// <summary>The published version of an item whose archiving is to be planned, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<ContentVersion?>> ArchivableAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ScheduleContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await PublishedAsync(itemId, cancellationToken);
    }

    /// <summary>All versions of an item, newest first.</summary>
    public Task<List<VersionLine>> VersionsAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ItemId == itemId)
            .OrderByDescending(row => row.ModifiedUtc)
            .Select(row => new VersionLine(row.VersionId, row.ModifiedUtc, row.AuthorName, row.LatestKey != null, row.PublishedKey != null, row.PublishedUtc))
            .ToListAsync(cancellationToken);

    // The order of the indexes: a page is read from one of them, without sorting the table.
    private static IQueryable<ContentVersion> Ordered(IQueryable<ContentVersion> rows, DocumentSort sort) => sort switch
    {
        DocumentSort.Title => rows.OrderBy(row => row.DisplayText).ThenBy(row => row.ItemId),
        DocumentSort.ReviewBy => rows.Where(row => row.ReviewBy != null).OrderBy(row => row.ReviewBy).ThenBy(row => row.ItemId),
        _ => rows.OrderByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.ItemId),
    };

    /// <summary>Those that match in all but the text.</summary>
    private static IQueryable<ContentVersion> Matching(DocumentFilter filter, IQueryable<ContentVersion> rows)
    {
        rows = filter.State == DocumentFilter.Deleted ? rows.Where(row => row.DeletedUtc != null) : rows.Where(row => row.DeletedUtc == null);
        if (filter.Owner is { } owner)
        {
            rows = rows.Where(row => row.Owner == owner);
        }

        if (!string.IsNullOrEmpty(filter.ContentType))
        {
            rows = rows.Where(row => row.ContentType == filter.ContentType);
        }

        if (!string.IsNullOrEmpty(filter.Axis))
        {
            rows = rows.Where(row => row.Axis == filter.Axis);
        }

        if (filter.ReviewBefore is { } day)
        {
            rows = rows.Where(row => row.ReviewBy != null && row.ReviewBy <= day);
        }

        return filter.State switch
        {
            DocumentFilter.Published => rows.Where(row => row.PublishedKey != null),
            DocumentFilter.Draft => rows.Where(row => (row.PublishedKey ?? string.Empty) == string.Empty),
            _ => rows,
        };
    }
}

/// <summary>How the list is sorted.</summary>
internal enum DocumentSort
{
    /// <summary>Last changed first.</summary>
    Modified,

    Title,

    /// <summary>First to be looked at again first; documents without such a day are left out.</summary>
    ReviewBy,
}

/// <param name="State">The latest version is public, or is not, or is deleted; null for all that is not deleted.</param>
/// <param name="Owner">Only this person's documents, or null for all.</param>
internal sealed record DocumentFilter(string? Text, string? ContentType, string? State, PersonId? Owner, int Page, int Size = 25)
{
    public const string Published = "publie";
    public const string Draft = "brouillon";
    public const string Deleted = "supprime";

    /// <summary>Only documents of this axis, or null for all.</summary>
    public string? Axis { get; init; }

    /// <summary>Only documents to be looked at again by this day, or null for all.</summary>
    public DateOnly? ReviewBefore { get; init; }

    public DocumentSort Sort { get; init; }
}

internal sealed record DocumentList(IReadOnlyList<DocumentLine> Items, int Total);

/// <param name="Published">The latest version is public.</param>
/// <param name="HasPublished">Some version is.</param>
internal sealed record DocumentLine(string ItemId, string VersionId, string Title, string ContentType, string Slug, bool Published, bool HasPublished, DateTimeOffset ModifiedUtc, string AuthorName)
{
    public PersonId? Owner { get; init; }

    public DateOnly? ReviewBy { get; init; }
}

internal sealed record VersionLine(string VersionId, DateTimeOffset ModifiedUtc, string AuthorName, bool Latest, bool Published, DateTimeOffset? PublishedUtc);
