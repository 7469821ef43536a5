using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Content.Review.Schedule;

/// <summary>Every minute: executes what is due, each in a scope and a transaction of its own, so that one that fails holds nobody up.</summary>
internal sealed class ExecuteDueActs(TnDbContext db, IServiceScopeFactory scopes, TimeProvider clock) : IRecurringWork
{
    private const int AtATime = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "job:schedule");
        var due = await db.Set<PlannedAct>().AsNoTracking()
            .Where(row => (row.State == ScheduleState.Planned || row.State == ScheduleState.Waiting) && row.DueUtc <= act.At)
            .OrderBy(row => row.DueUtc)
            .Take(AtATime)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ExecutePlannedAct>().ExecuteAsync(id, act, cancellationToken);
        }
    }
}
