using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>The rule that keeps the site from being left without anyone to run it.</summary>
internal sealed class Administrators(TnDbContext db)
{
    private static readonly Guid Row = RoleRow.IdOf(Role.Administrator);

    /// <summary>True when somebody can administer the site.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => Open().AnyAsync(cancellationToken);

    /// <summary>
    /// Refuses to take the site's administration from oneself or from the last who has it.
    /// Otherwise the role's row is stamped: of two acts that would each leave the other's administrator, the second save fails.
    /// </summary>
    public async Task<Outcome> CanLoseAsync(PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        // Read before the looks: whatever another act changes after one of them, the stamp is then no longer this one.
        var role = await db.Set<IdentityRole<Guid>>().SingleAsync(one => one.Id == Row, cancellationToken);
        if (!await Open().AnyAsync(one => one.Id == person.Value, cancellationToken))
        {
            return Outcome.Done;
        }

        if (act.Actor == person)
        {
            return new Refusal("account.own-administration");
        }

        if (!await Open().AnyAsync(one => one.Id != person.Value, cancellationToken))
        {
            return new Refusal("account.last-administrator");
        }

        role.ConcurrencyStamp = Guid.NewGuid().ToString("D");
        return Outcome.Done;
    }

    private IQueryable<Person> Open() => db.Set<Person>().Where(person =>
        person.EmailConfirmed
        && (person.LockoutEnd == null || person.LockoutEnd < DateTimeOffset.MaxValue)
        && db.Set<IdentityUserRole<Guid>>().Any(worn => worn.UserId == person.Id && worn.RoleId == Row));
}
