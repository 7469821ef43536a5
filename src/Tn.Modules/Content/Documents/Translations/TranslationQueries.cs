using Microsoft.EntityFrameworkCore;
using Tn.Content.Offered;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Documents.Translations;

/// <summary>A document of a set, as its desk sees it.</summary>
/// <param name="SourceVersionId">The version of the source it translates; null for the source itself.</param>
internal sealed record TranslationLine(string ItemId, string Culture, string Title, bool Published, string? SourceVersionId);

/// <summary>A set of documents that say the same in several languages.</summary>
/// <param name="Source">The item translated.</param>
/// <param name="Current">The source's version to translate: the public one, or its latest before any is.</param>
internal sealed record TranslationSet(ContentVersion Source, ContentVersion Current, IReadOnlyList<TranslationLine> Translations)
{
    /// <summary>True when the source moved on since the translation was made.</summary>
    public bool IsStale(TranslationLine line) => line.SourceVersionId is not null && line.SourceVersionId != Current.VersionId;
}

/// <summary>Reads sets of translations. A set is named after its source's item: a source need not know that it is translated.</summary>
internal sealed class TranslationQueries(TnDbContext db, ContentCache cache)
{
    /// <summary>The set an item belongs to, as source or as translation; null when there is no such item.</summary>
    public async Task<TranslationSet?> FindAsync(string itemId, CancellationToken cancellationToken)
    {
        var rows = db.Set<ContentVersion>().AsNoTracking();
        var latest = await rows.SingleOrDefaultAsync(row => row.LatestKey == itemId, cancellationToken);
        if (latest is null)
        {
            return null;
        }

        var sourceId = latest.LocalizationSet ?? itemId;
        var source = sourceId == itemId ? latest : await rows.SingleAsync(row => row.LatestKey == sourceId, cancellationToken);
        var current = await rows.SingleOrDefaultAsync(row => row.PublishedKey == sourceId, cancellationToken) ?? source;
        var others = await rows.Where(row => row.LocalizationSet == sourceId && row.LatestKey != null).OrderBy(row => row.Culture).ToListAsync(cancellationToken);
        return new TranslationSet(source, current, [.. others.Select(row => new TranslationLine(row.ItemId, row.Culture, row.DisplayText, row.Published, row.Parts.LocalizationPart?.SourceVersionId))]);
    }

    /// <summary>The languages in which a published page can be read, its own first; only its own when it stands alone.</summary>
    public Task<IReadOnlyList<PageLanguage>> LanguagesOfAsync(string itemId, CancellationToken cancellationToken) =>
        cache.CurrentAsync<IReadOnlyList<PageLanguage>>($"content:languages:{itemId}", async () =>
        {
            var set = await db.Set<ContentVersion>().Where(row => row.PublishedKey == itemId).Select(row => row.LocalizationSet).SingleOrDefaultAsync(cancellationToken) ?? itemId;
            var rows = await db.Set<ContentVersion>().AsNoTracking()
                .Where(row => row.PublishedKey != null && (row.ItemId == set || row.LocalizationSet == set))
                .ToListAsync(cancellationToken);
            return [.. rows.OrderBy(row => row.ItemId != itemId).ThenBy(row => row.Culture, StringComparer.Ordinal)
                .Select(row => new PageLanguage(row.Culture, SitePages.UrlOf(row.ContentType, row.Slug, row.Parts.AutoroutePart?.Path) ?? "/", row.DisplayText))];
        });
}
