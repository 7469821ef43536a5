using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Submit;

/// <summary>Submits a complete census to the instructors. Refused while something is missing, with how much.</summary>
internal sealed class SubmitCensus(TnDbContext db, CensusReader censuses, IConsultantPath path, IProgrammeRules rules, IReminders reminders)
{
    public async Task<Outcome> SubmitAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var folder = await censuses.OfAsync(act.Person, cancellationToken);
        var today = French.Day(act.At);
        var gaps = CensusCompleteness.Missing(folder.Entry, await rules.AllAsync(today, cancellationToken), today);
        if (gaps.Count > 0)
        {
            return new Refusal("census.incomplete").With("count", French.Count(gaps.Count, "point", "points"));
        }

        var reason = $"Recensement complet déposé le {French.ShortDate(today)}.";
        if ((await path.MoveAsync(act.Person, PathTrigger.SubmitCensus, reason, act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        await reminders.CancelAsync(CensusUnfinished.Name, folder.Dossier!.Id.ToString(), cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }
}
