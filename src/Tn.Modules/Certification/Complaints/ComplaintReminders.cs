using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Complaints;

/// <summary>Reminds the consultant of the right of reply, seven and two days before its end; no longer once used.</summary>
internal sealed class ComplaintReminders(TnDbContext db, IReminders reminders) : IReminderKind
{
    public const string KindName = "complaint";

    private static readonly int[] Rungs = [7, 2];

    public string Kind => KindName;

    /// <summary>Plans them in the caller's unit of work.</summary>
    public async Task PlanAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        foreach (var days in Rungs)
        {
            var due = French.StartOf(complaint.DueOn!.Value.AddDays(-days)).AddHours(9);
            var key = string.Create(CultureInfo.InvariantCulture, $"{KindName}:{complaint.Id}:D-{days}");
            if (due > complaint.StateSince)
            {
                await reminders.PlanAsync(new PlannedReminder(key, KindName, complaint.Id.ToString(), string.Create(CultureInfo.InvariantCulture, $"D-{days}"), complaint.Holder, due), cancellationToken);
            }
        }
    }

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var id = new ComplaintId(Guid.Parse(reminder.Subject));
        var complaint = await db.Set<Complaint>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == ComplaintState.AwaitingReply, cancellationToken);
        return complaint is null ? null : ComplaintLetters.Admitted(complaint);
    }
}
