using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Tn.Platform.Data.Sqlite;

namespace Tn.Platform.Memory;

/// <summary>Gives the memory of a burst back to the machine once nobody waits for a page: a pause then hurts nobody.</summary>
internal sealed class MemoryWorker(TimeProvider clock, WarmConnections connections) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private readonly CalmWatch watch = new(busy: 4_000_000, burst: 32_000_000);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (watch.IsTimeToClean(GC.GetTotalAllocatedBytes()))
            {
                connections.CloseIdle();
                // Aggressive is the one mode that also returns what the heap keeps for its next growth.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                NativeHeap.Trim();
            }
        }
    }
}

/// <summary>The heap of the libraries that are not .NET's own: SQLite, Skia, OpenSSL.</summary>
internal static class NativeHeap
{
    // glibc keeps what these libraries freed, some twenty megabytes after a start; other C libraries have no such function.
    private static readonly TrimFunction? Function = NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out var address)
        ? Marshal.GetDelegateForFunctionPointer<TrimFunction>(address)
        : null;

    private delegate int TrimFunction(nuint pad);

    /// <summary>Gives what is free in it back to the machine, where the system can.</summary>
    /// <returns>True when it can.</returns>
    public static bool Trim()
    {
        _ = Function?.Invoke(0);
        return Function is not null;
    }
}
