using System.Diagnostics;
using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>All measures in one run, on the built program in a process of its own.</summary>
internal static class Suite
{
    private const string Profiles = "25000";
    private const int Starts = 5;

    /// <summary>Runs, prints the table, writes <c>docs/benchmarks.md</c>.</summary>
    /// <returns>0 when every target is met.</returns>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-").FullName;
        try
        {
            await PrepareAsync(folder);
            var measures = await MeasureAsync(folder);
            await Report.WriteAsync(measures, DateTimeOffset.UtcNow);
            return measures.All(measure => measure.IsMet) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The demonstration is played by a first start, then the seed verb adds the profiles and indexes them.
    private static async Task PrepareAsync(string folder)
    {
        Say("playing the demonstration, adding 50,000 profiles");
        await using (await ChildSite.StartAsync(folder))
        {
        }

        var (code, output) = await ChildSite.RunVerbAsync("seed", "--advisors", Profiles, "--consultants", Profiles, "--data", folder);
        if (code != 0)
        {
            throw new InvalidOperationException($"seed ended with {code.ToString(CultureInfo.InvariantCulture)}: {output}");
        }
    }

    private static async Task<IReadOnlyList<Measure>> MeasureAsync(string folder)
    {
        Say("starts");
        var start = await FirstPageAsync(folder);
        var file = new DataFile(folder);
        await file.LetClaimsRunOutAsync();
        // Thirty-two learners sign in from one address.
        await using var site = await ChildSite.StartAsync(folder, "Development", "--Account:PerAddress=100000");
        await using var ceiling = await ChildSite.ServeAsync(typeof(Suite).Assembly.Location, url => ["ceiling", url]);
        Say("page weight");
        var weight = await PageWeight.RunAsync(site);
        Say("what killed starts left");
        await file.WaitUntilAllHasLeftAsync();
        start = start with { How = string.Create(CultureInfo.InvariantCulture, $"{start.How}; until all that the killed starts had left was handled, the next took {site.ProcessorTime.TotalSeconds:0} s of processor, and the learners' pages are measured after that") };
        Say("signed-in lesson");
        var signedIn = await LessonMeasures.SignedInAsync(site);
        Say("quiz attempts");
        var quiz = await QuizMeasure.RunAsync(site);
        Say("directory");
        var directory = await DirectoryMeasure.RunAsync(site);
        Say("a thousand courses");
        var packages = await PackageMeasures.RunAsync();
        Say("slow Markdown");
        var markdown = await SlowMarkdown.RunAsync();
        Say("lists of documents");
        var lists = await ListMeasures.RunAsync();
        Say("five hundred candidates");
        var exam = await ExamMeasure.RunAsync();
        Say("anonymous lesson against the ceiling");
        var anonymous = await LessonMeasures.AnonymousAsync(site, ceiling);
        var busy = site.ResidentBytes / 1_000_000d;
        Say("calm");
        return [anonymous, signedIn, .. quiz, directory, start, await CalmMemoryAsync(site, busy), .. weight, .. packages, .. markdown, .. lists, .. exam];
    }

    // The site gives back the memory of a burst at its next calm look, some seconds after the last request.
    private static async Task<Measure> CalmMemoryAsync(ChildSite site, double busy)
    {
        await Task.Delay(TimeSpan.FromSeconds(15));
        return new Measure("Resident memory after the run", site.ResidentBytes / 1_000_000d, "MB", 300, string.Create(
            CultureInfo.InvariantCulture,
            $"of the one process that served all of the above, 15 s after the last request; at that request {busy:0} MB"));
    }

    private static async Task<Measure> FirstPageAsync(string folder)
    {
        var seconds = await Samples.MedianOfAsync(Starts, async _ =>
        {
            var watch = Stopwatch.StartNew();
            await using var site = await ChildSite.StartAsync(folder);
            using var http = new HttpClient { BaseAddress = site.Address };
            await http.GetStringAsync(new Uri("/formations", UriKind.Relative));
            return watch.Elapsed.TotalSeconds;
        });
        return new Measure("First page after the start", seconds, "s", 4, $"from starting the process to the last byte of `/formations`, on the database of 50,000 profiles; median of {Starts} starts");
    }

    private static void Say(string what) => Console.Error.WriteLine($"… {what}");
}
