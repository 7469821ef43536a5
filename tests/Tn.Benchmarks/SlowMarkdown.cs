using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>An author's text made to be slow: how soon it is refused, and what her neighbour who reads a lesson feels of it.</summary>
internal static class SlowMarkdown
{
    private const int Attacks = 20;

    // Within the size and the number of brackets that are looked at before parsing.
    private static readonly string Text = string.Concat(Enumerable.Repeat("*a **a ", 18_000));

    public static async Task<IReadOnlyList<Measure>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-markdown-").FullName;
        try
        {
            await using var site = await ChildSite.StartAsync(folder);
            return await RunAsync(site);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Measure>> RunAsync(ChildSite site)
    {
        using var author = await new Visitor(site.Address).SignInAsync("auteur@demo.test");
        using var reader = await Learner.EnrolledAsync(site, "conseiller@demo.test");
        var list = await author.GetAsync("/admin/contenus?type=Lesson");
        var editor = await author.GetAsync(list.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        var token = editor.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var address = new Uri($"{editor.Path}/apercu", UriKind.Relative);

        var waits = new List<double>();
        var reading = new List<double>();
        var attack = AttackAsync();
        while (!attack.IsCompleted)
        {
            reading.Add(await TimeAsync(() => reader.Http.GetAsync(new Uri(LessonMeasures.Lesson, UriKind.Relative))));
        }

        await attack;
        return
        [
            new Measure("Slow Markdown refused, p95", Samples.Percentile(waits, 0.95) / 1000, "s", 1.2, string.Create(CultureInfo.InvariantCulture, $"{Attacks} previews of a hostile text of {Text.Length / 1024} kB, one after the other, whole answer at the client")),
            new Measure("A neighbour's lesson meanwhile, p95", Samples.Percentile(reading, 0.95), "ms", 50, string.Create(CultureInfo.InvariantCulture, $"an enrolled learner's pages during those previews, {reading.Count} pages")),
        ];

        async Task AttackAsync()
        {
            for (var number = 0; number < Attacks; number++)
            {
                waits.Add(await TimeAsync(() => author.Http.PostAsync(address, new FormUrlEncodedContent([new("source", $"{number} {Text}"), new("__RequestVerificationToken", token)]))));
            }
        }
    }

    private static async Task<double> TimeAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await ask();
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }
}
