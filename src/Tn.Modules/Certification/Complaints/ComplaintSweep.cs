using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Complaints;

/// <summary>Erases what was never confirmed, and sends on to the committee what the consultant did not answer. Once, also after days down.</summary>
internal sealed class ComplaintSweep(TnDbContext db, IProgrammeRules rules, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(ActContext.System(clock.GetUtcNow(), "job:reclamations"), cancellationToken);

    /// <summary>Does what is due at the act's instant.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var inForce = await rules.AllAsync(today, cancellationToken);
        var due = await db.Set<Complaint>()
            .Where(row => (row.State == ComplaintState.Received || row.State == ComplaintState.AwaitingReply) && row.DueOn < today)
            .Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await db.InTurnAsync(() => PassAsync(id, act, inForce, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome> PassAsync(ComplaintId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var complaint = await db.Set<Complaint>().SingleAsync(row => row.Id == id, cancellationToken);
        var passed = complaint.State == ComplaintState.Received ? complaint.Forget(act, inForce) : complaint.CloseReply(act, inForce);
        if (passed.IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return passed;
    }
}
