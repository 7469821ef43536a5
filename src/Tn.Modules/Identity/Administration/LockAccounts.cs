using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>Closes an account: nobody signs in with it, and its sessions end within ten minutes. Undone by <see cref="UnlockAccount"/>.</summary>
internal sealed class LockAccount(TnDbContext db, Administrators administrators)
{
    /// <summary>Refused without <see cref="Permission.ManagePeople"/>, for one's own account, or for the last administrator's.</summary>
    public async Task<Outcome> LockAsync(PersonId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        if (act.Actor == id)
        {
            return new Refusal("account.own-administration");
        }

        if ((await administrators.CanLoseAsync(id, act, cancellationToken)).IsRefused(out var kept))
        {
            return kept;
        }

        var person = await db.Set<Person>().SingleAsync(one => one.Id == id.Value, cancellationToken);
        person.Lock();
        db.Add(AccountFact.Of(id, "account.history.locked", null, act));
        db.Record(new AccountLocked(id), act);
        return await AccountChanges.SaveAsync(db, cancellationToken);
    }
}

/// <summary>Opens an account again, whoever or whatever closed it.</summary>
internal sealed class UnlockAccount(TnDbContext db)
{
    /// <summary>Refused without <see cref="Permission.ManagePeople"/>.</summary>
    public async Task<Outcome> UnlockAsync(PersonId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        var person = await db.Set<Person>().SingleAsync(one => one.Id == id.Value, cancellationToken);
        person.Unlock();
        db.Add(AccountFact.Of(id, "account.history.unlocked", null, act));
        db.Record(new AccountUnlocked(id), act);
        return await AccountChanges.SaveAsync(db, cancellationToken);
    }
}
