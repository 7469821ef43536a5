using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tn.Testing;

/// <summary>The built program in a process of its own: it can be killed, timed and weighed.</summary>
public sealed class ChildSite : IAsyncDisposable
{
    private readonly string program;
    private readonly IReadOnlyList<string> arguments;
    private readonly string environment;
    private Process process;

    private ChildSite(string program, IReadOnlyList<string> arguments, string environment, Uri address)
    {
        this.program = program;
        this.arguments = arguments;
        this.environment = environment;
        process = Start(program, arguments, environment);
        Address = address;
    }

    /// <summary>Absolute address, with its last slash.</summary>
    public Uri Address { get; }

    /// <summary>Processor time spent so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Processor time of the thread that compiles hot code again (Linux only); zero once it has ended for want of work.</summary>
    public TimeSpan CompilerTime => TimeSpan.FromTicks(Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/task")).Sum(CompilerTicks));

    /// <summary>Resident memory, bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the program and waits until it answers.</summary>
    /// <param name="folder">Data folder; kept when the process ends.</param>
    /// <param name="environment">ASP.NET Core environment.</param>
    /// <param name="settings">More command-line settings.</param>
    public static Task<ChildSite> StartAsync(string folder, string environment = "Development", params string[] settings) =>
        ServeAsync(Repository.Program, url => ["--urls", url, "--data", folder, .. settings], environment);

    /// <summary>Starts another program that serves <c>/health/ready</c>, for what the site is compared with.</summary>
    /// <param name="program">Path of its assembly.</param>
    /// <param name="arguments">Its command line, given the address to serve.</param>
    public static async Task<ChildSite> ServeAsync(string program, Func<string, string[]> arguments, string environment = "Development")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var site = new ChildSite(program, arguments(address.ToString().TrimEnd('/')), environment, address);
        try
        {
            await site.WaitUntilReadyAsync();
            return site;
        }
        catch
        {
            // Nobody holds a site that did not start: it would outlive the tests.
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the killed program again, at the same address and on the same folder, and waits until it answers: browsers keep their cookies.</summary>
    /// <param name="more">Settings for this start only.</param>
    public async Task RestartAsync(params string[] more)
    {
        process.Dispose();
        process = Start(program, [.. arguments, .. more], environment);
        await WaitUntilReadyAsync();
    }

    /// <summary>Starts the killed program again with a setting that makes it die by itself, and waits until it has.</summary>
    public async Task RestartToDieAsync(params string[] more)
    {
        process.Dispose();
        process = Start(program, [.. arguments, .. more], environment);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        await WaitUntilDeadAsync();
    }

    /// <summary>Waits until the program has died by itself.</summary>
    public async Task WaitUntilDeadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    public static async Task<VerbAnswer> RunVerbAsync(params string[] arguments)
    {
        using var child = Start(Repository.Program, arguments, "Development");
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return new VerbAnswer(child.ExitCode, await output, await errors);
    }

    /// <summary>Ends the process as a power cut would: SIGKILL, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments, string environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    // The kernel keeps fifteen letters of a thread's name, and its time in nanoseconds.
    private static long CompilerTicks(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET Tiered", StringComparison.Ordinal)
                ? long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick
                : 0;
        }
        catch (IOException)
        {
            // It ended between the list and the reading.
            return 0;
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        // A full pipe would stop the child: what it says is read and dropped.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2);)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await errors}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException("The program did not answer within two minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What a verb left behind.</summary>
/// <param name="Answer">Standard output: with <c>--json</c>, one document and nothing else.</param>
/// <param name="Errors">Standard error: what went wrong, and logs.</param>
public sealed record VerbAnswer(int ExitCode, string Answer, string Errors)
{
    /// <summary>The exit code, and all that was written.</summary>
    public void Deconstruct(out int exitCode, out string output) => (exitCode, output) = (ExitCode, Answer + Errors);
}
