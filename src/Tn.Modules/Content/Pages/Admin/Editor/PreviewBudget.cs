using System.Threading.RateLimiting;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>How often a person may ask for a preview: more than anybody types, and little for a machine.</summary>
internal sealed class PreviewBudget : IDisposable
{
    /// <summary>A preview follows a pause in typing: two a second at the very most.</summary>
    public const int EachMinute = 120;

    private readonly PartitionedRateLimiter<PersonId> people = PartitionedRateLimiter.Create<PersonId, PersonId>(person =>
        RateLimitPartition.GetFixedWindowLimiter(person, _ => new FixedWindowRateLimiterOptions { PermitLimit = EachMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Takes one; false when nothing is left this minute.</summary>
    public bool TryTake(PersonId person) => people.AttemptAcquire(person).IsAcquired;

    public void Dispose() => people.Dispose();
}
