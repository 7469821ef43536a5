using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>Gives a role. The person's open sessions have it within ten minutes.</summary>
internal sealed class GiveRole(TnDbContext db)
{
    /// <summary>Refused without <see cref="Permission.ManagePeople"/>, or with <c>account.role-already-given</c>.</summary>
    public async Task<Outcome> GiveAsync(PersonId person, Role role, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        if (await db.Set<IdentityUserRole<Guid>>().AnyAsync(worn => worn.UserId == person.Value && worn.RoleId == RoleRow.IdOf(role), cancellationToken))
        {
            return new Refusal("account.role-already-given");
        }

        db.Add(RoleRow.Worn(person, role));
        db.Add(AccountFact.Of(person, "account.history.role-given", role.ToString(), act));
        db.Record(new RoleGiven(person, role), act);
        return await AccountChanges.SaveAsync(db, cancellationToken);
    }
}

/// <summary>Takes a role away. The person's open sessions lose it within ten minutes.</summary>
internal sealed class RemoveRole(TnDbContext db, Administrators administrators)
{
    /// <summary>
    /// Refused without <see cref="Permission.ManagePeople"/>, or with <c>account.role-not-given</c>, <c>account.own-administration</c>,
    /// <c>account.last-administrator</c>, <c>account.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> RemoveAsync(PersonId person, Role role, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        var row = RoleRow.IdOf(role);
        var worn = await db.Set<IdentityUserRole<Guid>>().SingleOrDefaultAsync(one => one.UserId == person.Value && one.RoleId == row, cancellationToken);
        if (worn is null)
        {
            return new Refusal("account.role-not-given");
        }

        if (role == Role.Administrator && (await administrators.CanLoseAsync(person, act, cancellationToken)).IsRefused(out var kept))
        {
            return kept;
        }

        db.Remove(worn);
        db.Add(AccountFact.Of(person, "account.history.role-removed", role.ToString(), act));
        db.Record(new RoleRemoved(person, role), act);
        return await AccountChanges.SaveAsync(db, cancellationToken);
    }
}
