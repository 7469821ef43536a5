using System.Diagnostics;

namespace Tn.Benchmarks;

/// <summary>What to keep of a series.</summary>
internal static class Samples
{
    /// <summary>The value below which a share of the samples lies.</summary>
    public static double Percentile(IEnumerable<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>The middle of an odd number of samples: one neighbour's burst does not move it.</summary>
    public static double Median(IEnumerable<double> samples) => Percentile(samples, 0.5);

    /// <summary>Repeats a measure that the machine's other work disturbs.</summary>
    public static async Task<double> MedianOfAsync(int times, Func<int, Task<double>> measure)
    {
        var samples = new List<double>();
        for (var time = 0; time < times; time++)
        {
            samples.Add(await measure(time));
        }

        return Median(samples);
    }

    /// <summary>What one processor of this machine takes for a fixed piece of work, in milliseconds: runs on two machines compare by it.</summary>
    public static double Pace()
    {
        const int numbers = 1_000_000;
        var random = new Random(1);
        var drawn = Enumerable.Range(0, numbers).Select(_ => random.NextInt64()).ToArray();
        return Enumerable.Range(0, 9).Min(_ =>
        {
            var sorted = drawn.ToArray();
            var watch = Stopwatch.StartNew();
            Array.Sort(sorted);
            return watch.Elapsed.TotalMilliseconds;
        });
    }
}
