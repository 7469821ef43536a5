using Tn.Content.Documents.Versions;

namespace Tn.Content.Review.Passages;

/// <summary>Where a passage of one version stands in another.</summary>
/// <param name="Passage">Null when nothing there says the same or nearly.</param>
/// <param name="Reworded">True when it says nearly the same.</param>
internal sealed record PassagePlace(Passage? Passage, bool Reworded)
{
    /// <summary>From this share of words in common on, a passage is the same one, reworded.</summary>
    public const double Alike = 0.5;

    /// <summary>The same passage, the same words elsewhere, else the passage most alike.</summary>
    /// <param name="anchor">In the version it was noted in.</param>
    /// <param name="words">What it said then.</param>
    public static PassagePlace Find(string anchor, string words, IReadOnlyList<Passage> passages)
    {
        var fingerprint = anchor.Split('-') is [_, var middle, _] ? middle : string.Empty;
        var same = passages.FirstOrDefault(one => one.Anchor == anchor) ?? passages.FirstOrDefault(one => one.Fingerprint == fingerprint);
        if (same is not null)
        {
            return new PassagePlace(same, Reworded: false);
        }

        var nearest = passages.Select(one => (Passage: one, Share: WordBags.Share(words, one.Words))).MaxBy(one => one.Share);
        return nearest.Share >= Alike ? new PassagePlace(nearest.Passage, Reworded: true) : new PassagePlace(null, Reworded: true);
    }
}
