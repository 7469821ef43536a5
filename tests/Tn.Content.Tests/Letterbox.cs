using System.Collections.Concurrent;

namespace Tn.Content.Tests;

/// <summary>Keeps what people are told, each key once.</summary>
internal sealed class Letterbox : INotifier
{
    private readonly ConcurrentDictionary<string, (PersonId To, Letter Letter)> letters = new();

    public IEnumerable<(PersonId To, Letter Letter)> All => letters.Values;

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        letters.TryAdd($"{key}:{to}", (to, letter));
        return Task.CompletedTask;
    }
}

/// <summary>A clock that is told the time.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
