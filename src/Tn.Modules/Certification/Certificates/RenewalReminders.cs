using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Certificates;

/// <summary>Reminds holders of the end of their term, at D-150, D-90, D-30 and D-7; no longer once renewed, asked for, or withdrawn.</summary>
internal sealed class RenewalReminders(TnDbContext db, IConsultantPath path, TimeProvider clock) : IReminderKind
{
    public const string KindName = "renewal";

    private static readonly int[] Rungs = [150, 90, 30, 7];

    public string Kind => KindName;

    /// <summary>A certificate's ladder; reminders leave at nine in the morning, Paris.</summary>
    public static IEnumerable<PlannedReminder> Ladder(Certificate certificate) => Rungs.Select(days => new PlannedReminder(
        $"{KindName}:{certificate.Code}:D-{days.ToString(CultureInfo.InvariantCulture)}",
        KindName,
        certificate.Code,
        $"D-{days.ToString(CultureInfo.InvariantCulture)}",
        certificate.Holder,
        French.StartOf(certificate.Until.AddDays(-days)).AddHours(9)));

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var certificate = await db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == reminder.Subject, cancellationToken);
        var file = await path.FindAsync(reminder.To, cancellationToken);
        var renewable = file?.State is PathState.Certified or PathState.Probationary or PathState.ResignatureDue or PathState.ResignatureOverdue or PathState.RenewalOpen;
        if (certificate is null || !renewable || IsOvertaken(reminder, certificate) || await db.Set<Certificate>().AnyAsync(row => row.Renews == certificate.Id, cancellationToken))
        {
            return null;
        }

        return Written(certificate);
    }

    // After days down, only the latest rung due is sent.
    private bool IsOvertaken(PlannedReminder reminder, Certificate certificate) =>
        Ladder(certificate).Any(later => later.DueUtc > reminder.DueUtc && later.DueUtc <= clock.GetUtcNow());

    private static Letter Written(Certificate certificate) => new(
        $"Votre certificat prend fin le {French.ShortDate(certificate.Until)}",
        [
            $"Votre certificat {certificate.Number} vaut jusqu’au {French.Date(certificate.Until)}.",
            "Demandez son renouvellement avant cette date : le nouveau terme commencera le lendemain, sans interruption. Passé cette date, l’interruption se verra sur la page de vérification.",
        ],
        "Demander le renouvellement",
        "/mon-parcours/renouvellement");
}
