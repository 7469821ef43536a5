using Microsoft.Extensions.Logging;

namespace Tn.Testing;

/// <summary>A log that keeps its lines, level first, for a test to read.</summary>
public sealed class SaidLog<T> : ILogger<T>
{
    /// <summary>In the order in which they came.</summary>
    public List<string> Lines { get; } = [];

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
