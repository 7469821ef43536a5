using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tn.Benchmarks;

/// <summary>Load from a second process (wrk), so that the generator's own cost is small and the same for both sides.</summary>
internal static partial class Load
{
    /// <summary>Requests a second that an address answers, over keep-alive connections, for some seconds after a warm-up.</summary>
    /// <exception cref="InvalidOperationException">wrk is missing, or answers were not all good.</exception>
    public static async Task<double> RatePerSecondAsync(Uri address, int seconds)
    {
        await WrkAsync(address, 3);
        return await WrkAsync(address, seconds);
    }

    private static async Task<double> WrkAsync(Uri address, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{seconds}s", "-H", "Accept-Encoding: br", address.ToString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start; install Debian's package wrk.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} did not answer well: {output}");
        }

        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
