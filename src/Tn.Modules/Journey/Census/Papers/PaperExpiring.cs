using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census.Save;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Papers;

/// <summary>
/// Reminds of a paper that says until when it is valid, 30 and 7 days before; no longer once another one follows it, or while
/// the person could not deposit any.
/// </summary>
internal sealed class PaperExpiring(TnDbContext db) : IReminderKind
{
    public const string Name = "paper-expiring";

    private static readonly int[] DaysBefore = [30, 7];

    public string Kind => Name;

    /// <summary>A paper's ladder, at eight in the morning, Paris; none for a paper without an end.</summary>
    /// <param name="owner">Of the file the paper stands in.</param>
    public static IEnumerable<PlannedReminder> Ladder(Paper paper, PersonId owner) => paper.ValidUntil is not { } until
        ? []
        : DaysBefore.Select(days => new PlannedReminder($"{Name}:{paper.Id}:D-{days}", Name, paper.Id.ToString(), $"D-{days}", owner, French.StartOf(until.AddDays(-days)).AddHours(8)));

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var id = new PaperId(Guid.Parse(reminder.Subject));
        var paper = await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State == PaperState.Accepted, cancellationToken);
        if (paper is null || await db.Set<ConsultantDossier>().AsNoTracking().SingleAsync(one => one.Id == paper.Dossier, cancellationToken) is var dossier && !SaveCensusStep.IsOpen(dossier))
        {
            return null;
        }

        return await IsFollowedAsync(paper, cancellationToken) ? null : new Letter(
            $"Un papier de votre dossier prend fin le {French.ShortDate(paper.ValidUntil!.Value)}",
            [$"« {paper.KindName} » n’est plus valable après le {French.Date(paper.ValidUntil.Value)} (dossier {dossier.Number}).", "Déposez celui qui le remplace dès que vous l’avez ; un instructeur le contrôlera."],
            "Déposer le nouveau papier",
            "/mon-parcours/papiers");
    }

    private Task<bool> IsFollowedAsync(Paper paper, CancellationToken cancellationToken) => db.Set<Paper>().AnyAsync(
        later => later.Dossier == paper.Dossier && later.Kind == paper.Kind && later.ValidUntil > paper.ValidUntil && (later.State == PaperState.Accepted || later.State == PaperState.Deposited),
        cancellationToken);
}
