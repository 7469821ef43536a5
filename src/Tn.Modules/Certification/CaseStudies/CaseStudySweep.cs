using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.CaseStudies;

/// <summary>Ends the delay of what was not handed in, and draws markers for works that miss some. Once, also after days down.</summary>
internal sealed class CaseStudySweep(TnDbContext db, CaseStudyMarkers markers, IProgrammeRules rules, INotifier notifier, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(ActContext.System(clock.GetUtcNow(), "job:etudes-de-cas"), cancellationToken);

    /// <summary>Does what is due at the act's instant.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var inForce = await rules.AllAsync(today, cancellationToken);
        foreach (var id in await db.Set<CaseStudy>().Where(row => row.State == CaseStudyState.Assigned && row.DueOn < today).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await db.InTurnAsync(() => ExpireAsync(id, act, inForce, cancellationToken), cancellationToken);
        }

        foreach (var id in await db.Set<CaseStudy>().Where(row => row.State == CaseStudyState.AwaitingMarks || row.State == CaseStudyState.AwaitingThirdMark).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await db.InTurnAsync(() => CallAsync(id, act, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome> ExpireAsync(CaseStudyId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var work = await db.Set<CaseStudy>().SingleAsync(row => row.Id == id, cancellationToken);
        if (work.Expire(act, inForce).IsRefused(out var refusal))
        {
            return refusal;
        }

        await notifier.TellAsync(work.Candidate, $"case-study-expired:{work.Id}:{work.Steps.Count}", CaseStudyLetters.Expired(), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> CallAsync(CaseStudyId id, ActContext act, CancellationToken cancellationToken)
    {
        var work = await db.Set<CaseStudy>().SingleAsync(row => row.Id == id, cancellationToken);
        if (work.Markers.Count < work.MarkersNeeded)
        {
            await markers.CallAsync(work, act, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Outcome.Done;
    }
}
