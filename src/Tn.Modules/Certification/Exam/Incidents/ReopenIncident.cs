using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>
/// Opens a settled incident again, and lifts what was neutralised for it. Minutes given stay given, and a cancelled sitting is
/// restored by its own decision.
/// </summary>
internal sealed class ReopenIncident(TnDbContext db, RescoreSittings rescore)
{
    /// <summary>Refused while a result that counts the neutralised item is published: a published result only changes for the better.</summary>
    public async Task<Outcome> ReopenAsync(IncidentId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        try
        {
            var reopened = await db.InTransactionAsync(() => CarryOutAsync(id, act, cancellationToken), cancellationToken);
            if (reopened.IsDone)
            {
                await rescore.RunDueAsync(act, cancellationToken);
            }

            return reopened;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("exam.moved-meanwhile");
        }
    }

    private async Task<Outcome> CarryOutAsync(IncidentId id, ActContext act, CancellationToken cancellationToken)
    {
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id, cancellationToken);
        if (incident.Reopen().IsRefused(out var refusal))
        {
            return refusal;
        }

        var neutralisations = await db.Set<Neutralisation>().Where(row => row.Incident == id && row.LiftedAt == null).ToListAsync(cancellationToken);
        foreach (var one in neutralisations)
        {
            if (await PublishedAsync(one, cancellationToken) is var published && published > 0)
            {
                db.ChangeTracker.Clear();
                return new Refusal("exam.published-counts-it").With("number", French.Count(published, "résultat publié", "résultats publiés"));
            }

            one.LiftedAt = act.At;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var one in neutralisations)
        {
            await rescore.MarkAsync(one.VersionId, one.Sitting, cancellationToken);
        }

        return Outcome.Done;
    }

    private Task<int> PublishedAsync(Neutralisation one, CancellationToken cancellationToken) => db.Set<Sitting>().AsNoTracking()
        .CountAsync(row => row.Status == SittingStatus.Published && (one.Sitting == null || row.Id == one.Sitting) && row.Items.Any(item => item.VersionId == one.VersionId), cancellationToken);
}
