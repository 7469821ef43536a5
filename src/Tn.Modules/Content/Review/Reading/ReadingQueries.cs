using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review.Passages;
using Tn.Platform.Data;

namespace Tn.Content.Review.Reading;

/// <summary>How a document stands to what a person has read of it.</summary>
internal enum ReadingState
{
    /// <summary>Pas encore lu.</summary>
    Unread,

    /// <summary>Modifié depuis votre lecture.</summary>
    Changed,

    /// <summary>Lu.</summary>
    Read,
}

/// <summary>Finds what is new to a person.</summary>
internal sealed class ReadingQueries(TnDbContext db)
{
    /// <summary>How each document of a submission, by version id, stands to what the person has read; one query.</summary>
    public async Task<IReadOnlyDictionary<string, ReadingState>> OfAsync(ReviewSubmission submission, PersonId person, CancellationToken cancellationToken)
    {
        var items = submission.Documents.Select(document => document.ItemId).ToList();
        var read = await db.Set<ReviewReading>().AsNoTracking()
            .Where(row => row.Person == person && items.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.VersionId })
            .ToListAsync(cancellationToken);
        return submission.Documents.ToDictionary(
            document => document.VersionId,
            document => read.Exists(row => row.VersionId == document.VersionId) ? ReadingState.Read
                : read.Exists(row => row.ItemId == document.ItemId) ? ReadingState.Changed
                : ReadingState.Unread,
            StringComparer.Ordinal);
    }

    /// <summary>What changed in a version since the person last opened or voted on another one; null when it is the first they see.</summary>
    public async Task<SinceMyReading?> SinceAsync(ContentVersion shown, PersonId person, CancellationToken cancellationToken)
    {
        var last = await db.Set<ReviewReading>().AsNoTracking()
            .Where(row => row.Person == person && row.ItemId == shown.ItemId && row.VersionId != shown.VersionId)
            .OrderByDescending(row => row.At)
            .FirstOrDefaultAsync(cancellationToken);
        var before = last is null ? null : await db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.VersionId == last.VersionId, cancellationToken);
        return before is null ? null : new SinceMyReading(before, last!.At, PassageChange.Between(PassageReader.Of(before), PassageReader.Of(shown)));
    }
}

/// <param name="At">When the person first saw that version.</param>
internal sealed record SinceMyReading(ContentVersion Before, DateTimeOffset At, IReadOnlyList<PassageChange> Changes);
