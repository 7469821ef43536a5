using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>Reminds of a census that was begun and not submitted: after 7, 30 and 60 days, then a last warning after 90.</summary>
internal sealed class CensusUnfinished(TnDbContext db, CensusReader censuses, IProgrammeRules rules, Sentences sentences, TimeProvider clock) : IReminderKind
{
    public const string Name = "census-unfinished";
    private static readonly int[] Ladder = [7, 30, 60, 90];
    private const string Warning = "D90";

    public string Kind => Name;

    /// <summary>Plans the whole ladder; in the caller's unit of work.</summary>
    public static async Task PlanAsync(IReminders reminders, ConsultantDossier dossier, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        foreach (var days in Ladder)
        {
            // The round is in the key: a reopened census is a new one to finish.
            var key = $"{Name}:{dossier.Number}:{dossier.HistoryLength}:D{days}";
            await reminders.PlanAsync(new PlannedReminder(key, Name, dossier.Id.ToString(), $"D{days}", dossier.Person, begun.AddDays(days)), cancellationToken);
        }
    }

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var id = new DossierId(Guid.Parse(reminder.Subject));
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (dossier is not { State: PathState.CensusInProgress })
        {
            return null;
        }

        var today = French.Day(clock.GetUtcNow());
        var folder = await censuses.OfAsync(dossier, cancellationToken);
        var gaps = CensusCompleteness.Missing(folder.Entry, await rules.AllAsync(today, cancellationToken), today);
        var next = gaps.Count == 0 ? "Tout est rempli : il ne reste qu’à déposer votre fiche." : $"Il reste {French.Count(gaps.Count, "point", "points")} à compléter. Le premier : {sentences.InFrench.Of(gaps[0].Why)}";
        var begun = $"Vous avez commencé votre fiche de recensement (dossier {dossier.Number}) le {French.ShortDate(French.Day(dossier.OpenedAt))}. Tout ce que vous avez saisi est gardé.";
        return new Letter(
            reminder.Step == Warning ? "Dernier rappel : votre recensement n’est pas déposé" : "Votre recensement vous attend",
            reminder.Step == Warning ? [begun, next, "Nous ne vous le rappellerons plus. Tant que la fiche n’est pas déposée, personne ne l’examine et vous n’apparaissez pas dans l’annuaire."] : [begun, next],
            "Reprendre mon recensement",
            "/mon-parcours/recensement");
    }
}
