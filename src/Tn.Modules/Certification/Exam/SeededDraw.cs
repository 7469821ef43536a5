namespace Tn.Certification.Exam;

/// <summary>
/// A source of draws that gives the same sequence for the same seed for good (SplitMix64, Steele et al., 2014):
/// a recorded seed must draw the same form in ten years, and <see cref="Random"/> does not promise that.
/// </summary>
internal sealed class SeededDraw(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>The same things in a drawn order (Fisher–Yates).</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var list = things.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
