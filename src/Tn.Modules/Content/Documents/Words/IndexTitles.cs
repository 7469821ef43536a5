using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Content.Documents.Words;

/// <summary>Writes the words of versions that are older than the index; once they have theirs, it finds nothing to do.</summary>
internal sealed class IndexTitles(TnDbContext db) : IRecurringWork
{
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await db.Set<ContentVersion>().Where(row => !row.HasWords && row.LatestKey != null).OrderBy(row => row.VersionId).Take(AtOnce)
                .Select(row => new { row.VersionId, row.DisplayText, row.Slug })
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            var ids = rows.Select(row => row.VersionId).ToList();
            await db.InTransactionAsync(
                async () =>
                {
                    // Two nodes, or a try that was cut short: begun again, the same words are written once.
                    await db.Set<TitleWord>().Where(word => ids.Contains(word.VersionId)).ExecuteDeleteAsync(cancellationToken);
                    db.AddRange(rows.SelectMany(row => TitleWords.Of($"{row.DisplayText} {row.Slug}").Select(word => new TitleWord(row.VersionId, word))));
                    await db.SaveChangesAsync(cancellationToken);
                    return await db.Set<ContentVersion>().Where(row => ids.Contains(row.VersionId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.HasWords, true), cancellationToken);
                },
                cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
