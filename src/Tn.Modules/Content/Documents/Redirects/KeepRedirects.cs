using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Redirects;

/// <summary>When a publication changes an address, the old one leads to the new one from the same transaction on. Does not save.</summary>
internal sealed class KeepRedirects(TnDbContext db)
{
    /// <summary>Follows what was replaced by what is public now.</summary>
    /// <param name="replaced">Versions that were public until now.</param>
    /// <param name="published">Versions that are from now on.</param>
    /// <param name="editions">Courses' editions until now, each with the one that takes its place.</param>
    public async Task FollowAsync(
        IEnumerable<ContentVersion> replaced,
        IReadOnlyCollection<ContentVersion> published,
        IEnumerable<(CourseEdition Before, CourseEdition After)> editions,
        ActContext act,
        CancellationToken cancellationToken)
    {
        var moves = Documents(replaced, published).Concat(editions.SelectMany(pair => Courses(pair.Before, pair.After)))
            .Where(move => move.From != move.To)
            .ToList();
        foreach (var move in moves)
        {
            await MoveAsync(move, act, cancellationToken);
        }
    }

    private static IEnumerable<Move> Documents(IEnumerable<ContentVersion> replaced, IReadOnlyCollection<ContentVersion> published)
    {
        foreach (var old in replaced)
        {
            var now = published.FirstOrDefault(version => version.ItemId == old.ItemId);
            if (now is not null && PublicAddress.Of(old) is { } from && PublicAddress.Of(now) is { } to)
            {
                yield return new Move(from, to, old.ItemId);
            }
        }
    }

    /// <summary>A course takes its lessons' addresses along.</summary>
    private static IEnumerable<Move> Courses(CourseEdition before, CourseEdition after)
    {
        yield return new Move(PublicAddress.Of(before), PublicAddress.Of(after), before.CourseItemId);
        foreach (var lesson in before.Lessons)
        {
            if (after.Lessons.FirstOrDefault(other => other.ItemId == lesson.ItemId) is { } now)
            {
                yield return new Move(PublicAddress.Of(before, lesson), PublicAddress.Of(after, now), lesson.ItemId);
            }
        }
    }

    private async Task MoveAsync(Move move, ActContext act, CancellationToken cancellationToken)
    {
        // The new address is a page again: nothing may lead away from it.
        if (await db.Set<Redirect>().FindAsync([move.To], cancellationToken) is { } back)
        {
            db.Remove(back);
        }

        foreach (var earlier in await db.Set<Redirect>().Where(row => row.To == move.From && row.From != move.To).ToListAsync(cancellationToken))
        {
            earlier.Lead(move.To);
        }

        if (await db.Set<Redirect>().FindAsync([move.From], cancellationToken) is { } known)
        {
            known.Lead(move.To);
        }
        else
        {
            db.Add(Redirect.Between(move.From, move.To, move.ItemId, act));
        }
    }

    private sealed record Move(string From, string To, string ItemId);
}
