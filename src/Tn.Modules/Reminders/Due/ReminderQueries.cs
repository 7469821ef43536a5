using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Reminders.Due;

/// <summary>One line of the preview: who gets what, when.</summary>
internal sealed record ReminderLine(DueReminderId Id, string Who, string Kind, string Step, string Subject, DateTimeOffset DueUtc, string? Error);

/// <summary>What is to come, and what was given up.</summary>
internal sealed class ReminderQueries(TnDbContext db, IPeople people, Texts texts)
{
    /// <summary>What is planned until an instant, soonest first.</summary>
    public async Task<(IReadOnlyList<ReminderLine> Lines, int Total)> ComingAsync(DateTimeOffset until, int page, int size, CancellationToken cancellationToken)
    {
        var rows = db.Set<DueReminder>().AsNoTracking().Where(row => row.State == DueState.Planned && row.DueUtc < until);
        var total = await rows.CountAsync(cancellationToken);
        var found = await rows.OrderBy(row => row.DueUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return (await LinesAsync(found, cancellationToken), total);
    }

    /// <summary>What was given up, newest first; at most fifty.</summary>
    public async Task<IReadOnlyList<ReminderLine>> GivenUpAsync(CancellationToken cancellationToken)
    {
        var found = await db.Set<DueReminder>().AsNoTracking()
            .Where(row => row.State == DueState.Failed).OrderByDescending(row => row.DueUtc).Take(50).ToListAsync(cancellationToken);
        return await LinesAsync(found, cancellationToken);
    }

    private async Task<IReadOnlyList<ReminderLine>> LinesAsync(List<DueReminder> rows, CancellationToken cancellationToken)
    {
        var cards = await people.FindManyAsync([.. rows.Select(row => row.To)], cancellationToken);
        return
        [
            .. rows.Select(row => new ReminderLine(
                row.Id,
                cards.TryGetValue(row.To, out var card) ? card.DisplayName : texts["Compte supprimé"],
                row.Kind,
                row.Step,
                row.Subject,
                row.DueUtc,
                row.Error)),
        ];
    }
}
