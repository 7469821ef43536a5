using Microsoft.EntityFrameworkCore;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Administration;

/// <summary>Creates the first administrator with the address printed at start.</summary>
internal sealed class CreateFirstAdministrator(TnDbContext db, Administrators administrators, HashingQueue hashing)
{
    /// <summary>True while the address works.</summary>
    public async Task<bool> IsOpenAsync(string? token, ActContext act, CancellationToken cancellationToken) =>
        await FindAsync(token, act, cancellationToken) is not null && !await administrators.AnyAsync(cancellationToken);

    /// <summary>Refused: <c>account.invitation-invalid</c>, <c>account.email-taken</c>, a password's own refusals, <c>account.busy</c>.</summary>
    public async Task<Outcome> CreateAsync(string? token, string givenName, string familyName, string email, string password, ActContext act, CancellationToken cancellationToken)
    {
        // Before hashing: a made-up token costs one read.
        if (!await IsOpenAsync(token, act, cancellationToken))
        {
            return new Refusal("account.invitation-invalid");
        }

        if (PasswordPolicy.Check(password, email, givenName, familyName).IsRefused(out var weak))
        {
            return weak;
        }

        var hash = await hashing.HashAsync(password, cancellationToken);
        if (hash.IsRefused(out var busy))
        {
            return busy;
        }

        var normalized = Person.Normalize(email);
        if (await db.Set<Person>().AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken))
        {
            return new Refusal("account.email-taken");
        }

        var invitation = (await FindAsync(token, act, cancellationToken))!;
        db.Remove(invitation);
        var person = new Person(PersonId.New(act.At), email.Trim(), givenName.Trim(), familyName.Trim(), act.At);
        Add(person, hash.Value, act with { ActorName = person.DisplayName });
        try
        {
            // Two people with the same address: the row can be removed only once.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new Refusal("account.invitation-invalid");
        }

        return Outcome.Done;
    }

    private async Task<AdministratorInvitation?> FindAsync(string? token, ActContext act, CancellationToken cancellationToken)
    {
        var hash = AdministratorInvitation.HashOf(token ?? string.Empty);
        var invitation = await db.Set<AdministratorInvitation>().SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken);
        return invitation?.IsOpenAt(act.At) == true ? invitation : null;
    }

    private void Add(Person person, string hash, ActContext act)
    {
        person.SetPasswordHash(hash);
        person.Confirm();
        db.Add(person);
        db.Add(RoleRow.Worn(person.PersonId, Role.Administrator));
        db.Add(AccountFact.Of(person.PersonId, "account.history.signed-up", null, act));
        db.Add(AccountFact.Of(person.PersonId, "account.history.role-given", nameof(Role.Administrator), act));
        db.Record(new PersonSignedUp(person.PersonId), act);
        db.Record(new RoleGiven(person.PersonId, Role.Administrator), act);
    }
}
