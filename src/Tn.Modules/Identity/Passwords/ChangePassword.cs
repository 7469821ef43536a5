using System.Net;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Platform.Data;

namespace Tn.Identity.Passwords;

/// <summary>Changes one's own password, knowing the present one. Other sessions end at their next check.</summary>
internal sealed class ChangePassword(TnDbContext db, HashingQueue hashing, AttemptLimits limits, AccountLetters letters)
{
    /// <summary>The person, for a fresh session. Refused: <c>account.password-wrong</c>, a password's own refusals, <c>account.too-many-attempts</c>, <c>account.busy</c>.</summary>
    public async Task<Outcome<Person>> ChangeAsync(string current, string wanted, IPAddress? address, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } id)
        {
            return new Refusal("access.sign-in");
        }

        if (limits.Count("change", address, id.ToString()).IsRefused(out var tooMany))
        {
            return tooMany;
        }

        var person = await db.Set<Person>().SingleAsync(one => one.Id == id.Value, cancellationToken);
        if (PasswordPolicy.Check(wanted, person.Email!, person.GivenName, person.FamilyName).IsRefused(out var weak))
        {
            return weak;
        }

        var known = await hashing.VerifyAsync(person, current, cancellationToken);
        if (known.IsRefused(out var busy))
        {
            return busy;
        }

        if (!known.Value)
        {
            return new Refusal("account.password-wrong");
        }

        var hash = await hashing.HashAsync(wanted, cancellationToken);
        if (hash.IsRefused(out var stillBusy))
        {
            return stillBusy;
        }

        person.SetPasswordHash(hash.Value);
        db.Add(AccountFact.Of(id, "account.history.password-changed", null, act));
        db.Record(new PasswordChanged(id), act);
        letters.SayPasswordChanged(person, act.At);
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }
}
