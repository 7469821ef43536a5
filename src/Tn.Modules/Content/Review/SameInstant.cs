using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review;

/// <summary>
/// Several members act on one submission in the same instant. On SQLite they take turns at the gate; on PostgreSQL the history's
/// numbers and the revision let one of them through, and the others look again at what the submission has become.
/// </summary>
internal static class SameInstant
{
    // More than a committee has members: each turn lets one through.
    private const int Turns = 20;

    /// <summary>Runs an act in a transaction of its own, again as often as another's save met it.</summary>
    public static async Task<T> InTurnAsync<T>(this TnDbContext db, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        for (var turn = 1; ; turn++)
        {
            try
            {
                return await db.InTransactionAsync(act, cancellationToken);
            }
            catch (DbUpdateException) when (turn < Turns)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
