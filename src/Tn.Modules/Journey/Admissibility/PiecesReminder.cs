using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>Reminds of requested pieces 30 and 7 days before the file is closed.</summary>
internal sealed class PiecesReminder(TnDbContext db) : IReminderKind
{
    public const string Name = "pieces-requested";

    public string Kind => Name;

    /// <summary>Plans the ladder for a file that has just entered the state; in the caller's unit of work.</summary>
    public static Task PlanAsync(IReminders reminders, ConsultantDossier dossier, CancellationToken cancellationToken) =>
        DueLadder.PlanAsync(reminders, Name, dossier, cancellationToken);

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var dossier = await DueLadder.FindAsync(db, reminder, PathState.PiecesRequested, cancellationToken);
        return dossier is null ? null : new Letter(
            "Des pièces manquent encore à votre dossier",
            [
                $"L’instruction de votre dossier {dossier.Number} attend vos réponses jusqu’au {French.Date(dossier.DueOn!.Value)}.",
                "Sans réponse à cette date, le dossier sera clos sans suite ; vous pourrez le reprendre, tout ce que vous avez saisi est gardé.",
            ],
            "Répondre",
            "/mon-parcours/pieces");
    }
}
