using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.SignUps;

/// <summary>Opens the account whose link came back from its mailbox. Safe to do twice.</summary>
internal sealed class ConfirmAddress(TnDbContext db, UserManager<Person> people)
{
    /// <summary>Refused with <c>account.link-invalid</c> when the link is old, used up or made up.</summary>
    public async Task<Outcome> ConfirmAsync(Guid personId, string token, ActContext act, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, cancellationToken);
        if (person is null
            || !await people.VerifyUserTokenAsync(person, people.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Person>.ConfirmEmailTokenPurpose, token))
        {
            return new Refusal("account.link-invalid");
        }

        if (person.EmailConfirmed)
        {
            return Outcome.Done;
        }

        person.Confirm();
        db.Add(AccountFact.Of(person.PersonId, "account.history.confirmed", null, act with { ActorName = person.DisplayName }));
        db.Record(new PersonSignedUp(person.PersonId), act);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
