using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review.Passages;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads;

/// <summary>Reads the discussions of documents.</summary>
internal sealed class ThreadQueries(TnDbContext db)
{
    // Far more than a committee of a dozen writes about one submission.
    private const int Shown = 500;

    /// <summary>All threads of a submission, and those of its documents that an earlier submission left open; oldest first.</summary>
    public Task<List<ReviewThread>> OfAsync(ReviewSubmission submission, CancellationToken cancellationToken)
    {
        var items = submission.Documents.Select(document => document.ItemId).ToList();
        return db.Set<ReviewThread>().AsNoTracking().AsSplitQuery()
            .Where(row => items.Contains(row.ItemId) && (row.Submission == submission.Id || row.ResolvedUtc == null))
            .OrderBy(row => row.OpenedUtc).ThenBy(row => row.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
    }

    /// <summary>A thread, or null.</summary>
    public Task<ReviewThread?> FindAsync(ReviewThreadId id, CancellationToken cancellationToken) =>
        db.Set<ReviewThread>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}

/// <summary>A version's passages with what is said of each, and what is said of passages that are no more.</summary>
internal sealed record DiscussedText(IReadOnlyList<DiscussedPassage> Passages, IReadOnlyList<ReviewThread> Adrift)
{
    /// <param name="threads">Of the version's document.</param>
    public static DiscussedText Of(ContentVersion version, IEnumerable<ReviewThread> threads)
    {
        var passages = PassageReader.Of(version);
        var placed = threads.Select(thread => (Thread: thread, Place: PassagePlace.Find(thread.Anchor, thread.Quote, passages))).ToList();
        var at = placed.ToLookup(one => one.Place.Passage);
        return new DiscussedText(
            [.. passages.Select(passage => new DiscussedPassage(passage, [.. at[passage].Select(one => new PlacedThread(one.Thread, one.Place.Reworded))]))],
            [.. at[null].Select(one => one.Thread)]);
    }
}

/// <summary>A passage and its threads.</summary>
internal sealed record DiscussedPassage(Passage Passage, IReadOnlyList<PlacedThread> Threads);

/// <param name="Reworded">The passage no longer says what it said when the thread was opened.</param>
internal sealed record PlacedThread(ReviewThread Thread, bool Reworded);
