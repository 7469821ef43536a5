using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Lives;

/// <summary>Acts that several people may do in the same instant.</summary>
internal static class Turns
{
    private const int Tries = 5;

    /// <summary>
    /// Runs an act as one transaction, and begins it again on what is then true when somebody else was first.
    /// Refused with <c>certification.decision-elsewhere</c>, and nothing kept, when others are always first.
    /// </summary>
    public static async Task<Outcome> InTurnAsync(this TnDbContext db, Func<Task<Outcome>> work, CancellationToken cancellationToken)
    {
        for (var left = Tries; left > 0; left--)
        {
            db.ChangeTracker.Clear();
            try
            {
                var outcome = await db.InTransactionAsync(work, cancellationToken);
                if (outcome.IsRefused(out _))
                {
                    // What a refused act had begun to change must not be saved by the next one.
                    db.ChangeTracker.Clear();
                }

                return outcome;
            }
            catch (DbUpdateException)
            {
                // A revision or a unique index says that somebody else was first.
            }
        }

        db.ChangeTracker.Clear();
        return new Refusal("certification.decision-elsewhere");
    }
}
