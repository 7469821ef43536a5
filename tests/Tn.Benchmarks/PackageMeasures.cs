using System.Diagnostics;
using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>A package of a thousand courses of ten lessons, installed by the verb in a process of its own.</summary>
internal static class PackageMeasures
{
    private const int Many = 1000;
    private const int Few = 100;
    private const double Megabyte = 1_000_000;

    /// <summary>Time, memory, and how memory grows with the courses.</summary>
    public static async Task<IReadOnlyList<Measure>> RunAsync()
    {
        var few = await InstallAsync(Few);
        var many = await InstallAsync(Many);
        return
        [
            new Measure("Installing 1,000 courses of 10 lessons", many.Seconds, "s", 240, "`packages install` of a folder of 11,001 files on an empty SQLite database: checked whole, planned, then one transaction a course, each sent to review; from starting the process to its end"),
            new Measure("Memory while installing them", many.Peak / Megabyte, "MB", 500, "most resident memory of that process"),
            new Measure("Memory, 1,000 courses against 100", many.Peak / few.Peak, "times", 2, "the same for a package of 100 courses"),
        ];
    }

    private static async Task<(double Seconds, double Peak)> InstallAsync(int courses)
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-package-").FullName;
        try
        {
            var package = Path.Combine(folder, "paquet");
            var data = Path.Combine(folder, "data");
            TrialPackage.Write(package, courses);
            await ChildSite.RunVerbAsync("migrate", "--data", data);
            var watch = Stopwatch.StartNew();
            var peak = await PeakOfAsync("packages", "install", package, "--json", "--data", data);
            return (watch.Elapsed.TotalSeconds, peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> PeakOfAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(Repository.Program)! };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0d;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"install ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await output}");
    }
}
