using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Charter;

/// <summary>Reminds of a charter to sign anew, 30 and 7 days before the end of the window.</summary>
internal sealed class ResignatureReminder(TnDbContext db) : IReminderKind
{
    public const string Name = "resignature-due";

    public string Kind => Name;

    /// <summary>Plans the ladder for a file that has just entered the state; in the caller's unit of work.</summary>
    public static Task PlanAsync(IReminders reminders, ConsultantDossier dossier, CancellationToken cancellationToken) =>
        DueLadder.PlanAsync(reminders, Name, dossier, cancellationToken);

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var dossier = await DueLadder.FindAsync(db, reminder, PathState.ResignatureDue, cancellationToken);
        return dossier is null ? null : new Letter(
            "La charte du consultant est à signer de nouveau",
            [
                $"Le fond de la charte a changé. Vous pouvez signer la nouvelle version jusqu’au {French.Date(dossier.DueOn!.Value)} (article 15.2).",
                "Vous n’êtes pas en faute pendant cette période. Ensuite, le comité des partenaires privés examinera votre situation.",
            ],
            "Lire et signer la charte",
            "/mon-parcours/charte");
    }
}
