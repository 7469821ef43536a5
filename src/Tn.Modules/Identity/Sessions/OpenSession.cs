using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Sessions;

/// <summary>
/// Checks an address and a password. A stranger learns nothing from the answer or from its delay: an unknown address, a wrong password
/// and an account closed after five failures are answered alike, and cost the same hash.
/// </summary>
internal sealed class OpenSession(TnDbContext db, UserManager<Person> people, HashingQueue hashing, AttemptLimits limits)
{
    /// <summary>The person who may now have a session. Refused: <c>account.sign-in-refused</c>, <c>account.not-confirmed</c> (only to who knows the password), <c>account.too-many-attempts</c>, <c>account.busy</c>.</summary>
    public async Task<Outcome<Person>> CheckAsync(string email, string password, IPAddress? address, ActContext act, CancellationToken cancellationToken)
    {
        if (limits.Count("sign-in", address, email).IsRefused(out var tooMany))
        {
            return tooMany;
        }

        var normalized = Person.Normalize(email);
        var person = await db.Set<Person>().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, cancellationToken);
        var verified = await hashing.VerifyAsync(person, password, cancellationToken);
        if (verified.IsRefused(out var busy))
        {
            return busy;
        }

        if (person is null || person.IsLockedAt(act.At) || !verified.Value)
        {
            await CountFailureAsync(person, act);
            return new Refusal("account.sign-in-refused");
        }

        if (!person.EmailConfirmed)
        {
            return new Refusal("account.not-confirmed");
        }

        if (person.AccessFailedCount > 0)
        {
            await people.ResetAccessFailedCountAsync(person);
        }

        return person;
    }

    private async Task CountFailureAsync(Person? person, ActContext act)
    {
        if (person is null || person.IsLockedAt(act.At))
        {
            return;
        }

        // Two wrong passwords at once collide on the concurrency stamp: the second is counted on the fresh row.
        for (var tries = 0; tries < 5 && !(await people.AccessFailedAsync(person)).Succeeded; tries++)
        {
            await db.Entry(person).ReloadAsync();
        }
    }
}
