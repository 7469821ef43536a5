using Tn.Content.Documents.Versions;

namespace Tn.Content.Review.Passages;

/// <summary>A passage that came, went, or was reworded.</summary>
/// <param name="Before">Null when it came.</param>
/// <param name="Now">Null when it went.</param>
/// <param name="Html">Both as one, with <c>ins</c> and <c>del</c>; sanitised.</param>
internal sealed record PassageChange(Passage? Before, Passage? Now, string Html)
{
    /// <summary>What separates two versions, passage by passage, in the newer one's order; empty when nothing does.</summary>
    public static IReadOnlyList<PassageChange> Between(IReadOnlyList<Passage> before, IReadOnlyList<Passage> after)
    {
        var changes = new List<PassageChange>();
        foreach (var run in Sequences.Between([.. before.Select(one => one.Fingerprint)], [.. after.Select(one => one.Fingerprint)]))
        {
            Replace([.. before.Skip(run.OldStart).Take(run.Removed)], [.. after.Skip(run.NewStart).Take(run.Added)], changes);
        }

        return changes;
    }

    /// <summary>Passages that gave way to others: those alike are shown as one, reworded.</summary>
    private static void Replace(List<Passage> gone, List<Passage> came, List<PassageChange> changes)
    {
        foreach (var now in came)
        {
            var match = gone.FindIndex(one => one.Kind == now.Kind && WordBags.Share(one.Words, now.Words) >= PassagePlace.Alike);
            for (var at = 0; at < match; at++)
            {
                changes.Add(Of(gone[at], null));
            }

            changes.Add(Of(match < 0 ? null : gone[match], now));
            gone.RemoveRange(0, match + 1);
        }

        changes.AddRange(gone.Select(one => Of(one, null)));
    }

    private static PassageChange Of(Passage? before, Passage? now) =>
        new(before, now, HtmlComparison.Between(before?.Html ?? string.Empty, now?.Html ?? string.Empty).Html);
}
