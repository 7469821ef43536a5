using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>Reminds the panel, and who must complete an appeal, seven days before the last day.</summary>
internal sealed class AppealReminders(TnDbContext db, IReminders reminders) : IReminderKind
{
    public const string KindName = "appeal";

    public string Kind => KindName;

    /// <summary>Plans the reminder of the state just entered, in the caller's unit of work.</summary>
    public async Task PlanAsync(Appeal appeal, CancellationToken cancellationToken)
    {
        var due = French.StartOf(appeal.DueOn!.Value.AddDays(-7)).AddHours(9);
        var to = appeal.State == AppealState.BeforePanel ? appeal.Panel.Select(seat => seat.Member) : [appeal.Appellant];
        foreach (var person in to.Where(_ => due > appeal.StateSince))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{KindName}:{appeal.Id}:{appeal.Steps.Count}:{person}");
            await reminders.PlanAsync(new PlannedReminder(key, KindName, $"{appeal.Id}:{appeal.State}", "D-7", person, due), cancellationToken);
        }
    }

    public async Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        var (id, state) = reminder.Subject.Split(':') is [var one, var other] ? (new AppealId(Guid.Parse(one)), other) : default;
        var appeal = await db.Set<Appeal>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return appeal?.State.ToString() != state || appeal.Votes.Any(vote => vote.Member == reminder.To) ? null
            : appeal.State == AppealState.BeforePanel ? AppealLetters.Called(appeal)
            : AppealLetters.Inadmissible(appeal, appeal.Steps[^1].Reason);
    }
}
