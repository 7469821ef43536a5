using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials.Keys;

[EventName("certification.issuer-keys-rotated")]
internal sealed record IssuerKeysRotated(IReadOnlyList<string> Names) : IEvent;

/// <summary>Makes a new pair of keys sign from now on. What the earlier ones signed verifies for good: nothing is signed again.</summary>
internal sealed class RotateKeys(TnDbContext db, KeyRing ring)
{
    /// <summary>All keys with who made them, newest first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<IssuerKey>>> ListAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageIssuerKeys).IsRefused(out var denied))
        {
            return denied;
        }

        return (await ring.AllAsync(cancellationToken)).ToList();
    }

    /// <summary>Rotates both keys.</summary>
    /// <returns>The new keys' names, or <c>credentials.rotated-elsewhere</c> when another rotation came first.</returns>
    public async Task<Outcome<List<string>>> RotateAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageIssuerKeys).IsRefused(out var denied))
        {
            return denied;
        }

        var names = await ring.ReplaceAsync(act, cancellationToken);
        db.Record(new IssuerKeysRotated(names), act);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another rotation took the same generation first: the unique index kept one.
            db.ChangeTracker.Clear();
            return new Refusal("credentials.rotated-elsewhere");
        }

        return names.ToList();
    }
}
