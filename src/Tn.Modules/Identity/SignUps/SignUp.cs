using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Platform.Data;

namespace Tn.Identity.SignUps;

/// <summary>Which account is asked for. A privileged role is never asked for: an administrator gives it.</summary>
internal enum AccountKind
{
    Advisor,
    Consultant,
}

/// <summary>Who asks for an account.</summary>
internal sealed record SignUpRequest(AccountKind Kind, string GivenName, string FamilyName, string Email, string Password);

/// <summary>
/// Opens an account, closed until its address is confirmed. An address that already has one gets the same answer after the same work;
/// only the mail differs.
/// </summary>
internal sealed class SignUp(TnDbContext db, HashingQueue hashing, AttemptLimits limits, AccountLetters letters)
{
    public async Task<Outcome> SignUpAsync(SignUpRequest request, IPAddress? address, ActContext act, CancellationToken cancellationToken)
    {
        if (limits.Count("sign-up", address, request.Email).IsRefused(out var tooMany))
        {
            return tooMany;
        }

        if (!MailAddress.TryCreate(request.Email.Trim(), out var mailbox) || mailbox.Address != request.Email.Trim())
        {
            return new Refusal("account.email-invalid");
        }

        if (PasswordPolicy.Check(request.Password, request.Email, request.GivenName, request.FamilyName).IsRefused(out var weak))
        {
            return weak;
        }

        var hash = await hashing.HashAsync(request.Password, cancellationToken);
        if (hash.IsRefused(out var busy))
        {
            return busy;
        }

        await WriteAsync(request, mailbox.Address, hash.Value, act, cancellationToken);
        return Outcome.Done;
    }

    private async Task WriteAsync(SignUpRequest request, string email, string hash, ActContext act, CancellationToken cancellationToken)
    {
        var normalized = Person.Normalize(email);
        var known = await db.Set<Person>().SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
        if (known is { EmailConfirmed: true })
        {
            letters.SayAccountExists(known, act.At);
        }
        else if (known is not null)
        {
            await letters.AskToConfirmAsync(known, act.At);
        }
        else
        {
            var person = new Person(PersonId.New(act.At), email, request.GivenName.Trim(), request.FamilyName.Trim(), act.At);
            person.SetPasswordHash(hash);
            db.Add(person);
            db.Add(RoleRow.Worn(person.PersonId, request.Kind == AccountKind.Consultant ? Role.Consultant : Role.Advisor));
            db.Add(AccountFact.Of(person.PersonId, "account.history.signed-up", null, act with { ActorName = person.DisplayName }));
            await letters.AskToConfirmAsync(person, act.At);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same address, sent twice at once: the first has its account and its mail, which is what was asked for.
            if (!await db.Set<Person>().AsNoTracking().AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken))
            {
                throw;
            }
        }
    }
}
