using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>The clock of a history: moved by hand, never backwards.</summary>
internal sealed class HistoryClock : TimeProvider
{
    private DateTimeOffset now = French.StartOf(Calendar.FirstDay);

    public DateOnly Today => French.Day(now);

    public override DateTimeOffset GetUtcNow() => now;

    /// <exception cref="InvalidOperationException">It would go backwards: a bug of the history.</exception>
    public void MoveTo(DateTimeOffset later) =>
        now = later >= now ? later : throw new InvalidOperationException($"The clock would go back from {now:O} to {later:O}.");

    public void Pass(TimeSpan time) => now += time;
}
