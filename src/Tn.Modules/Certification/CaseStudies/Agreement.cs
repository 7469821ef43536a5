namespace Tn.Certification.CaseStudies;

/// <summary>How far pairs of markers agree. Pure.</summary>
/// <param name="Pairs">Levels given by two blind markers to the same criterion of the same work.</param>
/// <param name="ExactPercent">Same level.</param>
/// <param name="WithinOnePercent">Same or neighbouring level.</param>
/// <param name="Kappa">
/// Cohen's kappa with linear weights (Cohen, 1968): 1 is full agreement, 0 what chance alone gives; null when it says nothing,
/// as when everybody always gives the same level.
/// </param>
internal sealed record Agreement(int Pairs, decimal ExactPercent, decimal WithinOnePercent, double? Kappa)
{
    public static readonly Agreement None = new(0, 0, 0, null);

    /// <summary>The agreement of pairs of levels.</summary>
    public static Agreement Of(IReadOnlyCollection<(int First, int Second)> pairs) => pairs.Count == 0
        ? None
        : new Agreement(
            pairs.Count,
            Percent(pairs, 0),
            Percent(pairs, 1),
            WeightedKappa(pairs));

    private static decimal Percent(IReadOnlyCollection<(int First, int Second)> pairs, int distance) =>
        decimal.Round(100m * pairs.Count(pair => Math.Abs(pair.First - pair.Second) <= distance) / pairs.Count, 1);

    // One minus the disagreement seen over the disagreement that chance would give with the same habits of each marker.
    private static double? WeightedKappa(IReadOnlyCollection<(int First, int Second)> pairs)
    {
        var observed = pairs.Sum(pair => Math.Abs(pair.First - pair.Second)) / (double)pairs.Count;
        var first = pairs.CountBy(pair => pair.First).ToList();
        var second = pairs.CountBy(pair => pair.Second).ToList();
        var expected = first.Sum(one => second.Sum(other => (double)one.Value * other.Value * Math.Abs(one.Key - other.Key))) / ((double)pairs.Count * pairs.Count);
        return expected == 0 ? null : 1 - observed / expected;
    }
}
