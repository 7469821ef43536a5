using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Due;

/// <summary>The reminders that left.</summary>
internal sealed class RemindersWitness(TnDbContext db, IPeople people) : ISandboxWitness
{
    public async Task<IReadOnlyList<SandboxFact>> BetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var sent = await db.Set<DueReminder>().AsNoTracking()
            .Where(row => row.State == DueState.Sent && row.DueUtc >= from && row.DueUtc < until)
            .ToListAsync(cancellationToken);
        var cards = await people.FindManyAsync([.. sent.Select(row => row.To).Distinct()], cancellationToken);
        return [.. sent.Select(row => new SandboxFact(row.DueUtc, $"reminder.{row.Kind}", cards.TryGetValue(row.To, out var card) ? card.DisplayName : row.Subject))];
    }

    public Task<IReadOnlyDictionary<string, int>> WaitingAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());
}
