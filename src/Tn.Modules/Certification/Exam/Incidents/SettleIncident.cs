using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>The desk's decision on an incident, with what it does to the sitting, in one transaction; new verdicts follow at once.</summary>
internal sealed class SettleIncident(TnDbContext db, ExamOffice office, INotifier notifier, RescoreSittings rescore)
{
    /// <param name="settlement">Its reason is a sentence of the file, which the candidate reads.</param>
    public async Task<Outcome> SettleAsync(IncidentId id, Settlement settlement, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(settlement.Reason) || settlement.Reason.Length > Incident.TextLimit)
        {
            return new Refusal("exam.reason-missing");
        }

        try
        {
            var settled = await db.InTransactionAsync(() => CarryOutAsync(id, settlement with { Reason = settlement.Reason.Trim() }, act, cancellationToken), cancellationToken);
            if (settled.IsDone)
            {
                await rescore.RunDueAsync(act, cancellationToken);
            }

            return settled;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("exam.moved-meanwhile");
        }
    }

    private async Task<Outcome> CarryOutAsync(IncidentId id, Settlement settlement, ActContext act, CancellationToken cancellationToken)
    {
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id, cancellationToken);
        var sitting = await office.LoadAsync(incident.Sitting, cancellationToken);
        var settled = incident.Settle(settlement.Resolution, settlement.Reason, act);
        var done = settled.IsDone ? await ApplyAsync(incident, sitting, settlement, act, cancellationToken) : settled;
        if (done.IsRefused(out var refusal))
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (settlement.Resolution is IncidentResolution.NeutraliseHere or IncidentResolution.NeutraliseEverywhere)
        {
            var version = sitting.Form().At(incident.Position!.Value)!.VersionId;
            await rescore.MarkAsync(version, settlement.Resolution == IncidentResolution.NeutraliseHere ? sitting.Id : null, cancellationToken);
        }

        return Outcome.Done;
    }

    private async Task<Outcome> ApplyAsync(Incident incident, Sitting sitting, Settlement settlement, ActContext act, CancellationToken cancellationToken)
    {
        switch (settlement.Resolution)
        {
            case IncidentResolution.NeutraliseHere or IncidentResolution.NeutraliseEverywhere:
                Neutralise(incident, sitting, settlement, act);
                return Outcome.Done;
            case IncidentResolution.MoreMinutes:
                return sitting.Extend(settlement.Minutes, settlement.Reason, act);
            case IncidentResolution.CancelSitting:
                return await CancelAsync(sitting, settlement.Reason, act, cancellationToken);
            default:
                return Outcome.Done;
        }
    }

    private void Neutralise(Incident incident, Sitting sitting, Settlement settlement, ActContext act)
    {
        var item = sitting.Form().At(incident.Position!.Value)!;
        db.Add(new Neutralisation
        {
            Sitting = settlement.Resolution == IncidentResolution.NeutraliseHere ? sitting.Id : null,
            ItemId = item.ItemId,
            VersionId = item.VersionId,
            Incident = incident.Id,
            Reason = settlement.Reason,
            DecidedBy = act.ActorName,
            DecidedAt = act.At,
        });
    }

    private async Task<Outcome> CancelAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (sitting.Status == SittingStatus.Published)
        {
            return new Refusal("exam.unpublish-first");
        }

        if (sitting.Cancel(reason, act).IsRefused(out var refusal))
        {
            return refusal;
        }

        await notifier.TellAsync(sitting.Candidate, $"exam-decision:{sitting.Id}:{sitting.HistoryLength}", ExamLetter.Of(sitting, SittingTrigger.Cancel, reason), act, cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>A decision on an incident.</summary>
/// <param name="Minutes">From 1 to 240, when minutes are given.</param>
internal sealed record Settlement(IncidentResolution Resolution, string Reason, int Minutes = 0);
