using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Reminders.Due;

/// <summary>
/// Sends what is due, once and only once from the receiver's point of view.
/// </summary>
/// <remarks>
/// Why once, whatever dies when:
/// (1) a row is claimed by compare-and-set on its state and time, so that of two sweeps, on one node or two, one goes on;
/// (2) the notice, the mail and the row's new state are one transaction: killed before its commit, nothing was told, the claim runs out
/// after two minutes and a later sweep begins again; killed after it, the row is no longer planned and no sweep looks at it;
/// (3) that transaction changes the row only if it still holds this very claim: a sweep that slept longer than its claim finds it gone and
/// writes nothing;
/// (4) behind all this, unique indexes on the reminder's key, on (person, notice key) and on the mail's key would refuse a second anyway.
/// The mail's own way out is <c>MailPump</c>'s promise.
/// </remarks>
// @exemplary: a background effect made exactly-once by rows, each step argued
internal sealed partial class SendDueReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SendDueReminders> log) : IRecurringWork
{
    private const int Batch = 100;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<DueReminderId> due;
        do
        {
            due = await DueAsync(cancellationToken);
            foreach (var id in due)
            {
                await SendAsync(id, cancellationToken);
            }
        }
        while (due.Count == Batch);
    }

    /// <summary>Takes the row for two minutes; null when it is no longer to be sent, or someone else has it.</summary>
    internal async Task<DateTimeOffset?> ClaimAsync(DueReminderId id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        using var turn = await gate.EnterAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var until = now + Claim;
        var claimed = await db.Set<DueReminder>()
            .Where(row => row.Id == id && row.State == DueState.Planned && row.NotBefore <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, until).SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken);
        return claimed == 1 ? until : null;
    }

    private async Task<List<DueReminderId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<TnDbContext>().Set<DueReminder>().AsNoTracking()
            .Where(row => row.State == DueState.Planned && row.NotBefore <= now)
            .OrderBy(row => row.NotBefore)
            .Select(row => row.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task SendAsync(DueReminderId id, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(id, cancellationToken) is not { } claim)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var row = await db.Set<DueReminder>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        try
        {
            var letter = await IsOvertakenAsync(db, row, cancellationToken) ? null : await WriteAsync(scope.ServiceProvider, row, cancellationToken);
            await SettleAsync(scope.ServiceProvider, row, claim, letter, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever the kind's module throws, the reminder stays due: later tries or a person will settle it.
            LogFailure(log, failure, row.Key, row.Tries);
            await FailAsync(id, failure.Message, cancellationToken);
        }
    }

    // After several days down, one message and not the whole ladder: a rung is overtaken once the next one is due too.
    private async Task<bool> IsOvertakenAsync(TnDbContext db, DueReminder row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<DueReminder>().AnyAsync(
            later => later.Kind == row.Kind && later.Subject == row.Subject && later.To == row.To
                && later.State == DueState.Planned && later.DueUtc > row.DueUtc && later.DueUtc <= now,
            cancellationToken);
    }

    private static async Task<Letter?> WriteAsync(IServiceProvider services, DueReminder row, CancellationToken cancellationToken)
    {
        var kind = services.GetServices<IReminderKind>().SingleOrDefault(one => one.Kind == row.Kind)
            ?? throw new InvalidOperationException($"Nobody writes reminders of kind '{row.Kind}'.");
        return await kind.WriteAsync(row.Planned, cancellationToken);
    }

    private async Task SettleAsync(IServiceProvider services, DueReminder row, DateTimeOffset claim, Letter? letter, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TnDbContext>();
        var settled = letter is null ? DueState.Dropped : DueState.Sent;
        // What a kind's module may have left in the context while writing is not ours to save.
        db.ChangeTracker.Clear();
        await db.InTransactionAsync(
            async () =>
            {
                var held = await db.Set<DueReminder>()
                    .Where(one => one.Id == row.Id && one.State == DueState.Planned && one.NotBefore == claim)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, settled).SetProperty(one => one.Error, (string?)null), cancellationToken) == 1;
                if (held && letter is not null)
                {
                    var act = ActContext.System(clock.GetUtcNow(), "job:reminders");
                    await services.GetRequiredService<INotifier>().TellAsync(row.To, $"reminder:{row.Key}", letter, act, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return held;
            },
            cancellationToken);
    }

    private async Task FailAsync(DueReminderId id, string error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var row = await db.Set<DueReminder>().SingleAsync(one => one.Id == id, cancellationToken);
        if (row.State == DueState.Planned)
        {
            row.Fail(error, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminder {Key} was not sent (try {Tries}).")]
    private static partial void LogFailure(ILogger log, Exception failure, string key, int tries);
}
