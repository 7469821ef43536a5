using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Surveillance;

/// <summary>Reminds the holder of a declaration or of prescriptions before their last day; no longer once done.</summary>
internal sealed class SurveillanceReminders(TnDbContext db, IReminders reminders) : IReminderKind
{
    public const string KindName = "surveillance";

    public string Kind => KindName;

    /// <summary>Plans reminders some days before a last day, in the caller's unit of work.</summary>
    public async Task PlanAsync(Guid subject, DateOnly last, int[] rungs, PersonId to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var days in rungs)
        {
            var due = French.StartOf(last.AddDays(-days)).AddHours(9);
            if (due > now)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{KindName}:{subject}:{last:yyyyMMdd}:D-{days}");
                await reminders.PlanAsync(new PlannedReminder(key, KindName, subject.ToString("D"), string.Create(CultureInfo.InvariantCulture, $"D-{days}"), to, due), cancellationToken);
            }
        }
    }

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var subject = Guid.Parse(reminder.Subject);
        var (declaration, control) = (new DeclarationId(subject), new ControlId(subject));
        if (await db.Set<YearlyDeclaration>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == declaration && row.State == DeclarationState.Due, cancellationToken) is { } due)
        {
            return SurveillanceLetters.DeclarationDue(due);
        }

        return await db.Set<Control>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == control && row.State == ControlState.Prescribed, cancellationToken) is { } prescribed
            ? SurveillanceLetters.Concluded(prescribed)
            : null;
    }
}
