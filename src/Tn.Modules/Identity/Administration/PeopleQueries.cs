using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>One line of the list.</summary>
internal sealed record PersonLine(PersonId Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, bool Confirmed, bool Locked);

/// <summary>One page of the list.</summary>
internal sealed record PeoplePage(IReadOnlyList<PersonLine> Lines, int Total);

/// <summary>Everything about one account.</summary>
internal sealed record PersonSheet(PersonLine Line, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil, bool LockedByAdministrator, IReadOnlyList<AccountFact> History);

/// <summary>Accounts, as administrators read them.</summary>
internal sealed class PeopleQueries(TnDbContext db)
{
    /// <summary>Accounts by family name; words of the filter are looked for in names and e-mail, without case or accents. Refused with <c>access.…</c>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<PeoplePage>> ListAsync(string? filter, Role? role, int page, int size, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        var people = db.Set<Person>().AsNoTracking();
        foreach (var word in Person.Fold(filter ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            people = people.Where(person => person.Folded.Contains(word));
        }

        if (role is { } wanted)
        {
            var row = RoleRow.IdOf(wanted);
            people = people.Where(person => db.Set<IdentityUserRole<Guid>>().Any(worn => worn.UserId == person.Id && worn.RoleId == row));
        }

        var total = await people.CountAsync(cancellationToken);
        var found = await people
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id)
            .Skip((page - 1) * size).Take(size)
            .ToListAsync(cancellationToken);
        var roles = await RolesAsync([.. found.Select(person => person.Id)], cancellationToken);
        return new PeoplePage([.. found.Select(person => Line(person, roles[person.Id], act.At))], total);
    }

    /// <summary>One account, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<PersonSheet?>> FindAsync(PersonId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManagePeople).IsRefused(out var denied))
        {
            return denied;
        }

        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id.Value, cancellationToken);
        if (person is null)
        {
            return (PersonSheet?)null;
        }

        var roles = await RolesAsync([id.Value], cancellationToken);
        var history = await db.Set<AccountFact>().AsNoTracking()
            .Where(fact => fact.Person == id).OrderByDescending(fact => fact.Sequence).Take(100).ToListAsync(cancellationToken);
        return new PersonSheet(Line(person, roles[id.Value], act.At), person.CreatedAt, person.LockoutEnd, person.IsLockedByAdministrator, history);
    }

    private static PersonLine Line(Person person, IEnumerable<Role> roles, DateTimeOffset now) =>
        new(person.PersonId, person.DisplayName, person.Email!, [.. roles.Order()], person.EmailConfirmed, person.IsLockedAt(now));

    private async Task<ILookup<Guid, Role>> RolesAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var worn = await db.Set<IdentityUserRole<Guid>>().AsNoTracking().Where(row => ids.Contains(row.UserId)).ToListAsync(cancellationToken);
        return worn.ToLookup(row => row.UserId, row => RoleRow.Of(row.RoleId));
    }
}
