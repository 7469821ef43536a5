using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>Processor time of the site for a piece of work, in milliseconds a unit.</summary>
/// <param name="Least">Of the batch that other work on the machine disturbed least: what the work itself costs.</param>
/// <param name="Median">Of all batches.</param>
internal sealed record ProcessorCost(double Least, double Median)
{
    /// <summary>Neighbours only ever add: they take turns and caches from the site, never give.</summary>
    public const string Explained = "least of the batches, since what else runs on the machine can only add";

    /// <summary>Told beside the cost of one alone, which the target is held against.</summary>
    public const string Together = "when eight learners come at once, and share the threads that one alone wakes at each request";

    /// <summary>Does the work in batches, after as many that are not counted.</summary>
    /// <param name="prepare">What each batch needs and is not counted.</param>
    /// <param name="work">The batch.</param>
    public static async Task<ProcessorCost> OfAsync<T>(ChildSite site, int batches, int unitsABatch, Func<Task<T>> prepare, Func<T, Task> work)
    {
        var costs = new List<double>();
        for (var batch = 0; batch < 2 * batches; batch++)
        {
            var ready = await prepare();
            var before = site.ProcessorTime;
            await work(ready);
            costs.Add((site.ProcessorTime - before).TotalMilliseconds / unitsABatch);
        }

        costs.RemoveRange(0, batches);
        return new ProcessorCost(costs.Min(), Samples.Median(costs));
    }
}
