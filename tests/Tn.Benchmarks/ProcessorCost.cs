using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>Processor time of the site for a piece of work, in milliseconds a unit.</summary>
/// <param name="Least">Of the batch that other work on the machine disturbed least: what the work itself costs.</param>
/// <param name="Median">Of all batches.</param>
/// <param name="Warming">Of the batches before them, on average: those of a young process.</param>
/// <param name="WarmBatches">How many those were.</param>
internal sealed record ProcessorCost(double Least, double Median, double Warming, int WarmBatches)
{
    /// <summary>Told beside the cost of one alone, which the target is held against.</summary>
    public const string Together = "when eight learners come at once, and share the threads that one alone wakes at each request";

    // Of a batch: less is the odd method that few pages use.
    private const double QuietCompiler = 0.03;

    // A site that never stops compiling is measured as it is.
    private const int MostWarmBatches = 60;

    /// <summary>How it was counted. Neighbours only ever add: they take turns and caches from the site, never give.</summary>
    public string Told(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"the {WarmBatches} batches before, until the process compiled its hot code no more, {Warming.ToString(format, CultureInfo.InvariantCulture)} ms on average; least of the batches, since what else runs on the machine can only add (median {Median.ToString(format, CultureInfo.InvariantCulture)} ms)");

    /// <summary>Does the work in batches: at least as many that are not counted, until the runtime's compiler is quiet, then those that are.</summary>
    /// <param name="prepare">What each batch needs and is not counted.</param>
    /// <param name="work">The batch.</param>
    public static async Task<ProcessorCost> OfAsync<T>(ChildSite site, int batches, int unitsABatch, Func<Task<T>> prepare, Func<T, Task> work)
    {
        var warming = new List<double>();
        for (var compiled = double.MaxValue; warming.Count < batches || (compiled > QuietCompiler && warming.Count < MostWarmBatches);)
        {
            var compiler = site.CompilerTime;
            var cost = await OneAsync();
            warming.Add(cost);
            compiled = (site.CompilerTime - compiler).TotalMilliseconds / unitsABatch / cost;
        }

        var costs = new List<double>();
        while (costs.Count < batches)
        {
            costs.Add(await OneAsync());
        }

        return new ProcessorCost(costs.Min(), Samples.Median(costs), warming.Average(), warming.Count);

        async Task<double> OneAsync()
        {
            var ready = await prepare();
            var before = site.ProcessorTime;
            await work(ready);
            return (site.ProcessorTime - before).TotalMilliseconds / unitsABatch;
        }
    }
}
