using System.Collections.Concurrent;
using System.Reflection;
using Tn.Kernel;

namespace Tn.Platform.Events;

/// <summary>Between an event's class and its stored name.</summary>
internal static class EventNames
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <exception cref="InvalidOperationException">The class has no <see cref="EventNameAttribute"/>.</exception>
    public static string Of(Type type) => Names.GetOrAdd(type, static candidate =>
        candidate.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{candidate.Name} needs an [EventName]."));
}
