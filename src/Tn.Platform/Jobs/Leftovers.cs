namespace Tn.Platform.Jobs;

/// <summary>
/// What an earlier run left to be done waits a moment more after a start: somebody may be waiting for the first page, which would
/// share the processor with it. What is written meanwhile wakes the work at once.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>Wakes the work after that moment, in the machine's own time; dispose to give up.</summary>
    public static Timer WakeLater(Action wake) => new(_ => wake(), null, Moment, Timeout.InfiniteTimeSpan);
}
