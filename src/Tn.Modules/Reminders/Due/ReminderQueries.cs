using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Reminders.Due;

/// <summary>One line of the preview: who gets what, when.</summary>
internal sealed record ReminderLine(DueReminderId Id, string Who, string Kind, string Step, string Subject, DateTimeOffset DueUtc, string? Error);

/// <summary>What administrators look at: one page of what is to come, and what was given up.</summary>
/// <param name="Total">Lines to come, over all pages.</param>
internal sealed record ReminderPage(IReadOnlyList<ReminderLine> Coming, int Total, IReadOnlyList<ReminderLine> GivenUp);

/// <summary>What is to come, and what was given up.</summary>
internal sealed class ReminderQueries(TnDbContext db, IPeople people, Texts texts)
{
    /// <summary>What is planned until an instant, soonest first, and what was given up. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<ReminderPage>> ReadAsync(DateTimeOffset until, int page, int size, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageJobs).IsRefused(out var denied))
        {
            return denied;
        }

        var rows = db.Set<DueReminder>().AsNoTracking().Where(row => row.State == DueState.Planned && row.DueUtc < until);
        var total = await rows.CountAsync(cancellationToken);
        var found = await rows.OrderBy(row => row.DueUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new ReminderPage(await LinesAsync(found, cancellationToken), total, await GivenUpAsync(cancellationToken));
    }

    // Newest first, at most fifty.
    private async Task<IReadOnlyList<ReminderLine>> GivenUpAsync(CancellationToken cancellationToken)
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
