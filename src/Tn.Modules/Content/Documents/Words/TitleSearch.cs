using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Words;

/// <summary>
/// Latest versions whose title or address holds every word typed, or its beginning: where the desk's list begins, before its filters.
/// A rare word is looked up in its index; when all are common, the list is read in its own order until the page is full: neither grows with the table.
/// </summary>
internal sealed class TitleSearch(TnDbContext db)
{
    // Above it a word is common: the list meets a page of its documents before long. Over a hundred thousand documents, as many
    // looked up one by one cost as much as reading the list until a thousand are counted.
    private const int Few = 5000;
    private const int MostWords = 6;

    private IQueryable<ContentVersion> Latest => db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null);

    /// <summary>The rows whose title or address says it.</summary>
    /// <param name="text">As typed; all rows when nothing was.</param>
    public async Task<IQueryable<ContentVersion>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Latest;
        }

        var words = TitleWords.Of(text).Take(MostWords).ToList();
        if (words.Count == 0 || !await IsIndexedAsync(cancellationToken))
        {
            return Scan(text);
        }

        var (rarest, times) = await RarestAsync(words, cancellationToken);
        if (times <= Few)
        {
            var found = await Holding(rarest).Select(row => row.VersionId).Distinct().ToListAsync(cancellationToken);
            return words.Where(other => other != rarest).Aggregate(These(found), AlsoHolding);
        }

        return words.Aggregate(Latest, AlsoHolding);
    }

    // Counted as often as titles hold it, and no further than what makes it common.
    private async Task<(string Word, int Times)> RarestAsync(List<string> words, CancellationToken cancellationToken)
    {
        var counted = new List<(string Word, int Times)>();
        foreach (var word in words)
        {
            counted.Add((word, await Holding(word).Take(Few + 1).CountAsync(cancellationToken)));
        }

        return counted.MinBy(one => one.Times);
    }

    // One parameter for all of them: with one each, the query would be written anew for every number of rows. The limit takes none away:
    // it is there so that these rows are looked up first. Beside a filter (a type, an axis), SQLite would else read all that the filter's index holds.
    private IQueryable<ContentVersion> These(List<string> found) =>
        Latest.Where(row => EF.Parameter(found).Contains(row.VersionId)).OrderBy(row => row.VersionId).Take(Few);

    // In the order of its index, which is then read: for a bare EXISTS, SQLite takes the index of latest keys, and reads it all.
    private async Task<bool> IsIndexedAsync(CancellationToken cancellationToken) =>
        await db.Set<ContentVersion>().Where(row => !row.HasWords && row.LatestKey != null).OrderBy(row => row.VersionId).Select(row => row.VersionId).FirstOrDefaultAsync(cancellationToken) is null;

    // Signs that are no words, and databases whose titles are being indexed.
    private IQueryable<ContentVersion> Scan(string text)
    {
        var typed = text.Trim().ToLowerInvariant();
#pragma warning disable CA1862, CA1311, CA1304 // Becomes SQL, which knows lower() and no comparison.
        return Latest.Where(row => row.DisplayText.ToLower().Contains(typed) || row.Slug.Contains(typed));
#pragma warning restore CA1862, CA1311, CA1304
    }

#pragma warning disable CA1309, CA1310 // Becomes SQL, which compares as the column's collation says.
    private IQueryable<TitleWord> Holding(string start)
    {
        var last = TitleWords.LastOf(start);
        return db.Set<TitleWord>().Where(row => string.Compare(row.Word, start) >= 0 && string.Compare(row.Word, last) <= 0);
    }

    private static IQueryable<ContentVersion> AlsoHolding(IQueryable<ContentVersion> rows, string start)
    {
        var last = TitleWords.LastOf(start);
        return rows.Where(row => row.Words.Any(word => string.Compare(word.Word, start) >= 0 && string.Compare(word.Word, last) <= 0));
    }
#pragma warning restore CA1309, CA1310
}
