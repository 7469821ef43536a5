using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.CaseStudies;

/// <summary>Reminds the candidate seven and two days before the last day, the marker three.</summary>
internal sealed class CaseStudyReminders(TnDbContext db, IReminders reminders) : IReminderKind
{
    public const string KindName = "case-study";

    public string Kind => KindName;

    public async Task PlanForCandidateAsync(CaseStudy work, CancellationToken cancellationToken)
    {
        await PlanAsync(work, 7, work.Candidate, cancellationToken);
        await PlanAsync(work, 2, work.Candidate, cancellationToken);
    }

    public Task PlanForMarkerAsync(CaseStudy work, PersonId marker, CancellationToken cancellationToken) => PlanAsync(work, 3, marker, cancellationToken);

    /// <summary>Nothing more to remind the candidate of.</summary>
    public Task CancelAsync(CaseStudy work, CancellationToken cancellationToken) => reminders.CancelAsync(KindName, work.Id.ToString(), cancellationToken);

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var id = new CaseStudyId(Guid.Parse(reminder.Subject));
        var work = await db.Set<CaseStudy>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (work is { State: CaseStudyState.Assigned } && work.Candidate == reminder.To)
        {
            return CaseStudyLetters.DueSoon(work);
        }

        var waits = work?.MarkersNeeded > 0 && work.Markers.Any(seat => seat.Marker == reminder.To) && work.Markings.All(marking => marking.Marker != reminder.To);
        return waits ? CaseStudyLetters.Called(work!) : null;
    }

    private async Task PlanAsync(CaseStudy work, int days, PersonId to, CancellationToken cancellationToken)
    {
        var due = French.StartOf(work.DueOn!.Value.AddDays(-days)).AddHours(9);
        if (due > work.StateSince)
        {
            // The number of steps tells this stay in the state from an earlier one.
            var key = string.Create(CultureInfo.InvariantCulture, $"{KindName}:{work.Id}:{work.Steps.Count}:{to}:D-{days}");
            await reminders.PlanAsync(new PlannedReminder(key, KindName, work.Id.ToString(), string.Create(CultureInfo.InvariantCulture, $"D-{days}"), to, due), cancellationToken);
        }
    }
}
