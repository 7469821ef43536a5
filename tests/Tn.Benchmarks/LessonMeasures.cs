using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>What reading a lesson costs.</summary>
internal static class LessonMeasures
{
    public const string Course = "/formations/proteger-une-petite-entreprise";
    public const string Lesson = Course + "/hameconnage-et-faux-rib";

    /// <summary>Requests a second of a stranger's lesson page, as a ratio to the ceiling's, taken in turns.</summary>
    public static async Task<Measure> AnonymousAsync(ChildSite site, ChildSite ceiling)
    {
        const int rounds = 5;
        var ratio = await Samples.MedianOfAsync(rounds, async _ =>
        {
            var most = await Load.RatePerSecondAsync(ceiling.Address, seconds: 4);
            return await Load.RatePerSecondAsync(new Uri(site.Address, Lesson), seconds: 4) / most;
        });
        return new Measure("Anonymous lesson page, requests/s", ratio, "of the ceiling", 0.5, $"wrk, 16 connections, `Accept-Encoding: br`; the ceiling and the page in turns, {rounds} times, median of the ratios", IsFloor: true);
    }

    /// <summary>Processor time of the site for a page that a learner reads.</summary>
    public static async Task<Measure> SignedInAsync(ChildSite site)
    {
        const int batches = 10;
        const int requests = 500;
        var learners = await Learner.FirstAsync(site, Learner.AtOnce);
        learners.ForEach(learner => learner.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br"));
        Task<ProcessorCost> CostAsync(List<Visitor> readers) => ProcessorCost.OfAsync(
            site, batches, requests, () => Task.FromResult(readers), all => Task.WhenAll(all.Select(reader => ReadAsync(reader, requests / all.Count))));
        var cost = await CostAsync(learners[..1]);
        var together = await CostAsync(learners);
        learners.ForEach(learner => learner.Dispose());
        return new Measure("Signed-in lesson page, CPU", cost.Least, "ms", 1, string.Create(
            CultureInfo.InvariantCulture,
            $"the site's processor time for an enrolled learner's pages, one after the other, brotli; {batches} batches of {requests}; {cost.Told("0.00")}; {together.Least:0.00} ms {ProcessorCost.Together}"));
    }

    /// <summary>What learners do, on a demonstration of its own: for who looks for what a page costs.</summary>
    public static async Task<IReadOnlyList<Measure>> AloneAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-").FullName;
        try
        {
            await using var site = await ChildSite.StartAsync(folder, "Development", "--Account:PerAddress=100000");
            await new DataFile(folder).WaitUntilAllHasLeftAsync();
            return [await SignedInAsync(site), .. await QuizMeasure.RunAsync(site)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadAsync(Visitor learner, int times)
    {
        for (var time = 0; time < times; time++)
        {
            using var answer = await learner.Http.GetAsync(new Uri(Lesson, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }
    }
}
