using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Media.Showing;
using Tn.Platform.Data;

namespace Tn.Content.Offered;

/// <summary>Implements <see cref="IPublishedDocuments"/>: only what is or was public ever leaves here.</summary>
internal sealed class PublishedDocuments(TnDbContext db, ContentCache cache, Pictures pictures) : IPublishedDocuments
{
    public Task<IReadOnlyList<PublishedDocument>> ListAsync(string contentType, CancellationToken cancellationToken) =>
        cache.CurrentAsync<IReadOnlyList<PublishedDocument>>($"content:list:{contentType}", async () =>
        {
            var rows = await db.Set<ContentVersion>().AsNoTracking()
                .Where(row => row.PublishedKey != null && row.ContentType == contentType)
                .ToListAsync(cancellationToken);
            return await DressAsync(rows.Select(Describe).OrderBy(document => document.Title, StringComparer.Create(French.Culture, ignoreCase: true)), cancellationToken);
        });

    public async Task<PublishedDocument?> FindAsync(string contentType, string slug, CancellationToken cancellationToken)
    {
        var all = await ListAsync(contentType, cancellationToken);
        return all.FirstOrDefault(document => document.Slug == slug);
    }

    public async Task<PublishedDocument?> FindVersionAsync(string versionId, CancellationToken cancellationToken)
    {
        var stored = await FindStoredAsync(versionId, cancellationToken);
        return stored is null || !Pictures.IsIn(stored.Html)
            ? stored
            : await cache.CurrentAsync($"content:dressed-version:{versionId}", async () => (await DressAsync([stored], cancellationToken))[0]);
    }

    private Task<PublishedDocument?> FindStoredAsync(string versionId, CancellationToken cancellationToken) =>
        cache.PinnedAsync($"content:version:{versionId}", async () =>
        {
            var row = await db.Set<ContentVersion>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.VersionId == versionId && row.PublishedUtc != null, cancellationToken);
            return row is null ? null : Describe(row);
        });

    public async Task<IReadOnlyList<PublishedDocument>> HistoryAsync(string itemId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ItemId == itemId && row.PublishedUtc != null)
            .OrderByDescending(row => row.PublishedUtc)
            .ToListAsync(cancellationToken);
        return await DressAsync(rows.Select(Describe), cancellationToken);
    }

    private async Task<IReadOnlyList<PublishedDocument>> DressAsync(IEnumerable<PublishedDocument> stored, CancellationToken cancellationToken)
    {
        var documents = stored.ToList();
        var dressed = await pictures.DressAsync([.. documents.Select(document => document.Html)], cancellationToken);
        return [.. documents.Zip(dressed, (document, html) => document with { Html = html })];
    }

    private static PublishedDocument Describe(ContentVersion version) => new(
        version.ItemId,
        version.VersionId,
        version.ContentType,
        version.Slug,
        version.DisplayText,
        version.Parts.LearningPart?.Summary ?? string.Empty,
        version.Parts.LearningPart?.Axis,
        version.ReviewBy ?? version.Parts.ReviewPart?.ReviewBy,
        version.PublishedUtc!.Value,
        version.Rendered.Html,
        version.Parts.MarkdownBodyPart?.Markdown ?? string.Empty,
        version.Parts.FieldsPart?.Values ?? new Dictionary<string, string>());
}
