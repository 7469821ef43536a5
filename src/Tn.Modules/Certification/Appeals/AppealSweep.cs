using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Appeals;

/// <summary>Closes what was found inadmissible and never completed. The last day stands in the row, so days of downtime only delay it.</summary>
internal sealed class AppealSweep(TnDbContext db, IProgrammeRules rules, INotifier notifier, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(ActContext.System(clock.GetUtcNow(), "job:recours"), cancellationToken);

    /// <summary>Does what is due at the act's instant.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var inForce = await rules.AllAsync(today, cancellationToken);
        var due = await db.Set<Appeal>().Where(row => row.State == AppealState.Inadmissible && row.DueOn < today).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await db.InTurnAsync(() => CloseAsync(id, act, inForce, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome> CloseAsync(AppealId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var appeal = await db.Set<Appeal>().SingleAsync(row => row.Id == id, cancellationToken);
        if (appeal.CloseForSilence(act, inForce).IsRefused(out var moved))
        {
            return moved;
        }

        await notifier.TellAsync(appeal.Appellant, $"appeal:{appeal.Id}:{appeal.Steps.Count}", AppealLetters.Closed(appeal), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
