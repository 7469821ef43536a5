using System.Diagnostics;
using System.Globalization;
using Tn.Testing.Histories;

namespace Tn.Benchmarks;

/// <summary>The properties over many random histories, some of them at a time, each on a database of its own.</summary>
internal static class Histories
{
    private const int Seed = 20261102;
    private const int Consultants = 10_000;
    private const int MostInOne = 1_250;

    /// <param name="asked">How many consultants, then the seed, the usual ones when absent; then the first of one share, to play that share only.</param>
    /// <returns>0 when every property holds.</returns>
    public static async Task<int> RunAsync(params IReadOnlyList<string> asked)
    {
        var consultants = asked.Count > 0 ? int.Parse(asked[0], CultureInfo.InvariantCulture) : Consultants;
        var seed = asked.Count > 1 ? int.Parse(asked[1], CultureInfo.InvariantCulture) : Seed;
        var watch = Stopwatch.StartNew();
        // Two at least, one for each processor.
        var most = Math.Min(MostInOne, (consultants + 1) / 2);
        var shares = Enumerable.Range(0, (consultants + most - 1) / most).Select(share => (First: share * most, Count: Math.Min(most, consultants - (share * most)))).ToList();
        if (asked.Count > 2)
        {
            shares.RemoveAll(share => share.First != int.Parse(asked[2], CultureInfo.InvariantCulture));
        }

        if (shares.Count == 0)
        {
            Console.Error.WriteLine($"No share begins with {asked[2]}: they begin at the multiples of {most.ToString(CultureInfo.InvariantCulture)}.");
            return 1;
        }

        HistoryReport? all = null;
        await Parallel.ForEachAsync(shares, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, async (share, _) =>
        {
            await using var history = await History.PlayAsync(seed, share.First, share.Count, day => Tell(share.First, day, watch));
            var report = await history.JudgeAsync();
            lock (shares)
            {
                if (!report.Holds)
                {
                    Console.WriteLine($"consultants from {share.First}:\n{report.ToText()}");
                }

                all = all?.With(report) ?? report;
            }
        });
        Console.WriteLine(all!.ToText(withActs: true));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {consultants} consultants, {shares.Count} histories, {watch.Elapsed.TotalSeconds:0} s"));
        return all.Holds ? 0 : 1;
    }

    private static void Tell(int share, DateOnly day, Stopwatch watch)
    {
        if (day is { Month: 1, Day: 1 })
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {watch.Elapsed.TotalSeconds:0} s: consultants from {share}, year {day.Year}"));
        }
    }
}
