using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Jobs;
using Tn.Platform.Startup;

namespace Tn.Platform.Events;

/// <summary>Delivers what the outbox holds, in order, at least once, with back-off.</summary>
public sealed partial class OutboxPump(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxPump> log)
{
    private const int Batch = 50;
    private const int Looks = 3;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Delivers all that is due; returns how many events were handled.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await DueAsync(cancellationToken);
            foreach (var sequence in due)
            {
                handled += await DeliverAsync(sequence, cancellationToken) ? 1 : 0;
            }

            if (due.Count < Batch)
            {
                break;
            }
        }

        return handled;
    }

    private async Task<List<long>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var now = clock.GetUtcNow();
        return await db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.HandledAt == null && row.NotBefore <= now)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Sequence)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> DeliverAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        var subscriptions = scope.ServiceProvider.GetServices<EventSubscription>().ToLookup(one => one.EventName);
        var now = clock.GetUtcNow();
        if (!await ClaimAsync(db, gate, sequence, now, cancellationToken))
        {
            return false;
        }

        var message = await db.Set<OutboxMessage>().SingleAsync(row => row.Sequence == sequence, cancellationToken);
        try
        {
            foreach (var subscription in subscriptions[message.Name])
            {
                await HandAsync(subscription, message, cancellationToken);
            }

            AbortPoint.Pass("event");
            message.HandledAt = clock.GetUtcNow();
            message.Error = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever a handler throws, the event stays due: later tries or a person will settle it.
            LogFailure(log, failure, message.Name, sequence);
            message.Error = failure.Message;
            message.NotBefore = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, message.Tries)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return message.HandledAt is not null;
    }

    /// <summary>A handler that met somebody's save of the same row looks again at what is now there: that is no failure.</summary>
    private async Task HandAsync(EventSubscription subscription, OutboxMessage message, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await using var own = scopes.CreateAsyncScope();
                await subscription.Deliver(own.ServiceProvider, message.Payload, ActContext.System(clock.GetUtcNow(), $"event:{message.Name}"), cancellationToken);
                return;
            }
            catch (DbUpdateException) when (look < Looks)
            {
            }
        }
    }

    private static async Task<bool> ClaimAsync(TnDbContext db, WriteGate gate, long sequence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var until = now + Claim;
        return await db.Set<OutboxMessage>()
            .Where(row => row.Sequence == sequence && row.HandledAt == null && row.NotBefore <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, until).SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken) == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Name} #{Sequence} was not handled; it will be tried again.")]
    private static partial void LogFailure(ILogger log, Exception failure, string name, long sequence);
}

/// <summary>Runs the pump when something was written. The minute's sweep heals what a crash left.</summary>
internal sealed partial class OutboxWorker(OutboxPump pump, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signal.Listen();
        await using var leftovers = Leftovers.WakeLater(ear.Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ear.WaitAsync(stoppingToken);
                await pump.DrainAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                // The worker outlives a database that is away for a moment.
                LogFailure(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; the next sweep tries again.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
