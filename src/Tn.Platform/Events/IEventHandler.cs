using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Platform.Events;

/// <summary>
/// Hears an event after its commit, at least once: it must be safe to run twice.
/// Each handler has a scope of its own.
/// </summary>
public interface IEventHandler<in TEvent>
    where TEvent : IEvent
{
    /// <param name="happened">What happened.</param>
    /// <param name="act">The system's act, at the present time.</param>
    Task HandleAsync(TEvent happened, ActContext act, CancellationToken cancellationToken);
}

/// <summary>One handler of one event, found by name.</summary>
internal sealed record EventSubscription(string EventName, Func<IServiceProvider, string, ActContext, CancellationToken, Task> Deliver);

/// <summary>Registers handlers.</summary>
public static class EventHandling
{
    /// <summary>Makes <typeparamref name="THandler"/> hear <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : class, IEvent
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new EventSubscription(
            EventNames.Of(typeof(TEvent)),
            (scope, payload, act, cancellationToken) => scope.GetRequiredService<THandler>().HandleAsync(
                JsonSerializer.Deserialize<TEvent>(payload, TnJson.Options)!, act, cancellationToken)));
        return services;
    }
}
