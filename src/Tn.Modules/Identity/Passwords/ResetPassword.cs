using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Platform.Data;

namespace Tn.Identity.Passwords;

/// <summary>Sets a new password with the link that came by mail. The link dies with the change; so do open sessions.</summary>
internal sealed class ResetPassword(TnDbContext db, UserManager<Person> people, HashingQueue hashing, AttemptLimits limits, AccountLetters letters)
{
    /// <summary>Refused: <c>account.link-invalid</c>, a password's own refusals, <c>account.too-many-attempts</c>, <c>account.busy</c>.</summary>
    public async Task<Outcome> ResetAsync(Guid personId, string token, string password, IPAddress? address, ActContext act, CancellationToken cancellationToken)
    {
        if (limits.Count("reset", address, personId.ToString("N")).IsRefused(out var tooMany))
        {
            return tooMany;
        }

        var person = await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, cancellationToken);
        if (person is null || !await people.VerifyUserTokenAsync(person, ResetTokens.Provider, UserManager<Person>.ResetPasswordTokenPurpose, token))
        {
            return new Refusal("account.link-invalid");
        }

        if (PasswordPolicy.Check(password, person.Email!, person.GivenName, person.FamilyName).IsRefused(out var weak))
        {
            return weak;
        }

        var hash = await hashing.HashAsync(password, cancellationToken);
        if (hash.IsRefused(out var busy))
        {
            return busy;
        }

        Apply(person, hash.Value, act with { ActorName = person.DisplayName });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same link, used twice at once: the first used it up.
            return new Refusal("account.link-invalid");
        }

        return Outcome.Done;
    }

    private void Apply(Person person, string hash, ActContext act)
    {
        if (!person.EmailConfirmed)
        {
            // The link came from the mailbox: that is what a confirmation proves.
            person.Confirm();
            db.Record(new PersonSignedUp(person.PersonId), act);
        }

        person.SetPasswordHash(hash);
        db.Add(AccountFact.Of(person.PersonId, "account.history.password-changed", null, act));
        db.Record(new PasswordChanged(person.PersonId), act);
        letters.SayPasswordChanged(person, act.At);
    }
}
