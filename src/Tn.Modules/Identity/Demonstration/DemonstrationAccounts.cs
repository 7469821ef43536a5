using System.Security.Cryptography;
using System.Text;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Identity.Demonstration;

/// <summary>
/// The accounts of the demonstration. Not through the sign-up act: its mails and a hundred hashes of the same password would make
/// the first start last ten seconds more.
/// </summary>
internal sealed class DemonstrationAccounts(TnDbContext db, HashingQueue hashing, TimeProvider clock) : IDemonstration
{
    /// <summary>Everybody's password. Development only.</summary>
    public const string Password = "Demo-Transition-2026!";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "demonstration");
        var hash = (await hashing.HashAsync(Password, cancellationToken)).Value;
        foreach (var one in DemonstrationPeople.All())
        {
            Add(one, hash, act);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(DemonstrationPerson one, string hash, ActContext act)
    {
        var person = new Person(IdOf(one.Email), one.Email, one.GivenName, one.FamilyName, act.At);
        person.SetPasswordHash(hash);
        person.Confirm();
        db.Add(person);
        foreach (var role in one.Roles)
        {
            db.Add(RoleRow.Worn(person.PersonId, role));
            db.Add(AccountFact.Of(person.PersonId, "account.history.role-given", role.ToString(), act));
        }

        db.Record(new PersonSignedUp(person.PersonId), act);
    }

    // From the address, so that a demonstration played again has the same links.
    private static PersonId IdOf(string email) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(email)).AsSpan(0, 16)));
}
