using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Offered;

/// <summary>Accounts, as other modules see them: two queries, whatever the number of people.</summary>
internal sealed class PeopleOffered(TnDbContext db) : IPeople
{
    public async Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) =>
        (await CardsAsync(db.Set<Person>().Where(person => person.Id == id.Value), cancellationToken)).SingleOrDefault();

    public async Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = Person.Normalize(email);
        return (await CardsAsync(db.Set<Person>().Where(person => person.NormalizedEmail == normalized), cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken)
    {
        var values = ids.Select(id => id.Value).Distinct().ToList();
        var cards = await CardsAsync(db.Set<Person>().Where(person => values.Contains(person.Id)), cancellationToken);
        return cards.ToDictionary(card => card.Id);
    }

    public async Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken)
    {
        var row = RoleRow.IdOf(role);
        return await CardsAsync(
            db.Set<Person>().Where(person => db.Set<IdentityUserRole<Guid>>().Any(worn => worn.UserId == person.Id && worn.RoleId == row)),
            cancellationToken);
    }

    private async Task<List<PersonCard>> CardsAsync(IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var found = await people.AsNoTracking()
            .OrderBy(person => person.NormalizedEmail)
            .Select(person => new { person.Id, person.GivenName, person.FamilyName, person.Email })
            .ToListAsync(cancellationToken);
        var worn = await db.Set<IdentityUserRole<Guid>>().AsNoTracking()
            .Where(row => people.Any(person => person.Id == row.UserId))
            .ToListAsync(cancellationToken);
        var roles = worn.ToLookup(row => row.UserId, row => RoleRow.Of(row.RoleId));
        return [.. found.Select(one => new PersonCard(new PersonId(one.Id), $"{one.GivenName} {one.FamilyName}", one.Email!, roles[one.Id].ToHashSet()))];
    }
}
