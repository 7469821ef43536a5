using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Platform.Data;

namespace Tn.Identity.SignUps;

/// <summary>Which link is asked for.</summary>
internal enum LinkKind
{
    Confirmation,
    Reset,
}

/// <summary>
/// Sends a confirmation or a reset link. One mail leaves whatever the address is, known or not,
/// so that neither the answer nor its delay tells who has an account.
/// </summary>
internal sealed class RequestLink(TnDbContext db, AttemptLimits limits, AccountLetters letters)
{
    public async Task<Outcome> RequestAsync(LinkKind kind, string email, IPAddress? address, ActContext act, CancellationToken cancellationToken)
    {
        if (limits.Count("link", address, email).IsRefused(out var tooMany))
        {
            return tooMany;
        }

        if (!MailAddress.TryCreate(email.Trim(), out _))
        {
            return new Refusal("account.email-invalid");
        }

        var normalized = Person.Normalize(email);
        var person = await db.Set<Person>().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, cancellationToken);
        switch (person, kind)
        {
            case (null, _):
                letters.SayNoAccount(email, act.At);
                break;
            case (_, LinkKind.Reset):
                await letters.OfferResetAsync(person, act.At);
                break;
            case ({ EmailConfirmed: true }, _):
                letters.SayAccountExists(person, act.At);
                break;
            default:
                await letters.AskToConfirmAsync(person, act.At);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
