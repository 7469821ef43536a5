using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Archive;
using Tn.Content.Offered;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Review.Schedule;

/// <summary>
/// Executes one planned act whose time has come, through the gate and never around it. The publication and the plan's new
/// state are one transaction: run twice, or killed in the middle, it is done once.
/// </summary>
internal sealed class ExecutePlannedAct(TnDbContext db, PublicationGate gate, ArchiveDocument archive, INotifier notifier, Sentences sentences, ContentCache cache)
{
    public async Task<Outcome> ExecuteAsync(PlannedActId id, ActContext act, CancellationToken cancellationToken)
    {
        var outcome = await db.InTurnAsync(() => ExecuteNowAsync(id, act, cancellationToken), cancellationToken);
        cache.Renew();
        return outcome;
    }

    private async Task<Outcome> ExecuteNowAsync(PlannedActId id, ActContext act, CancellationToken cancellationToken)
    {
        var planned = await db.Set<PlannedAct>().SingleAsync(row => row.Id == id, cancellationToken);
        if (!planned.IsOpen || planned.DueUtc > act.At)
        {
            return new Refusal("content.schedule-closed");
        }

        var moved = planned.Kind == PlannedKind.Publish
            ? await PublishAsync(planned, act, cancellationToken)
            : await ArchiveAsync(planned, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return moved;
    }

    private async Task<Outcome> PublishAsync(PlannedAct planned, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsSplitQuery().SingleAsync(row => row.Id == planned.Submission, cancellationToken);
        switch (submission.State)
        {
            case ReviewState.Approved:
                var published = await gate.PublishAsync(submission, act, cancellationToken);
                return published.IsRefused(out var refusal) ? await RefuseAsync(planned, refusal, act, cancellationToken) : planned.Execute("Publication", act);
            case ReviewState.Published:
                return planned.Execute("Déjà publié", act);
            case ReviewState.Submitted or ReviewState.InReview or ReviewState.ChangesRequested:
                return await WaitAsync(planned, act, cancellationToken);
            default:
                return await RefuseAsync(planned, new Refusal("content.schedule-dropped"), act, cancellationToken);
        }
    }

    private async Task<Outcome> ArchiveAsync(PlannedAct planned, ActContext act, CancellationToken cancellationToken)
    {
        var archived = await archive.ArchiveAsync(planned.ItemId!, act, cancellationToken);
        if (!archived.IsRefused(out var refusal))
        {
            return planned.Execute("Retrait du site", act);
        }

        return refusal.Code == "content.not-published" ? planned.Execute("Déjà retiré", act) : await RefuseAsync(planned, refusal, act, cancellationToken);
    }

    private async Task<Outcome> WaitAsync(PlannedAct planned, ActContext act, CancellationToken cancellationToken)
    {
        if (planned.State == ScheduleState.Waiting)
        {
            return Outcome.Done;
        }

        var reason = new Refusal("content.schedule-overdue");
        await TellAsync(planned, "waiting", $"La publication de « {planned.Title} » attend le comité", reason, act, cancellationToken);
        return planned.Wait(reason, act);
    }

    private async Task<Outcome> RefuseAsync(PlannedAct planned, Refusal reason, ActContext act, CancellationToken cancellationToken)
    {
        var what = planned.Kind == PlannedKind.Publish ? "La publication" : "Le retrait";
        await TellAsync(planned, "refused", $"{what} de « {planned.Title} » n’a pas eu lieu", reason, act, cancellationToken);
        return planned.Refuse(reason, act);
    }

    private async Task TellAsync(PlannedAct planned, string key, string subject, Refusal reason, ActContext act, CancellationToken cancellationToken)
    {
        if (planned.Planner is { } person)
        {
            var letter = new Letter(subject, [$"C’était prévu le {French.Moment(planned.DueUtc)}.", sentences.InFrench.Of(reason)], "Voir la programmation", $"/admin/programmation/{planned.Id}");
            await notifier.TellAsync(person, $"content-schedule-{key}:{planned.Id}", letter, act, cancellationToken);
        }
    }
}
