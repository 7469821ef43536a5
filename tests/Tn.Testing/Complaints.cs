using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tn.Testing;

/// <summary>What a site under test logged as an error: a test that fails on a 500 tells its cause.</summary>
internal sealed class Complaints : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> kept = new();

    /// <summary>The errors so far, oldest first, each with its exception.</summary>
    public IReadOnlyCollection<string> Kept => kept;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            kept.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
