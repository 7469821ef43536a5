using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>Writes the table, on the console and into the documentation.</summary>
internal static class Report
{
    /// <summary>Prints the measures and keeps them in <c>docs/benchmarks.md</c>.</summary>
    public static async Task WriteAsync(IReadOnlyList<Measure> measures, DateTimeOffset at)
    {
        var table = Table(measures);
        Console.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "benchmarks.md"), Document(measures, table, at));
    }

    private static string Table(IReadOnlyList<Measure> measures)
    {
        var text = new StringBuilder("| Measure | Found | Target | Met |\n|---|---|---|---|\n");
        foreach (var measure in measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {measure.Name} | {measure.Found} | {measure.Promise} | {(measure.IsMet ? "yes" : "**no**")} |\n");
        }

        return text.ToString();
    }

    private static string Document(IReadOnlyList<Measure> measures, string table, DateTimeOffset at) => $"""
        # Benchmarks

        Written by `dotnet run -c Release --project tests/Tn.Benchmarks` (needs Debian's `wrk`); do not edit.

        - Date: {at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC
        - Machine: {Environment.ProcessorCount} processors ({Processor()}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load when written {LoadAverage()}
        - Pace: a million seeded numbers sorted in {Samples.Pace().ToString("0", CultureInfo.InvariantCulture)} ms, best of nine; another machine's figures compare with these by its own
        - Program: `Tn.Web`, Release build, on SQLite, environment Development (its static files are found beside the sources), logs at their default
        - Ceiling: the same Kestrel in a process of its own, answering 20 kB from memory

        {table}
        ## How each was measured

        {string.Join('\n', measures.Select(measure => $"- **{measure.Name}**: {measure.How}."))}

        The load generator shares the machine with the site, and other work may too. The ratio stands that well; waits (the directory, the start)
        do not, so each is repeated and the median kept. Even processor times grow two or threefold when neighbours empty the caches: they are
        taken in batches, and both the least and the median are told. What runs beside the pages (jobs, outbox, index) counts in them.

        """;

    private static string Processor() => !File.Exists("/proc/cpuinfo") ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
