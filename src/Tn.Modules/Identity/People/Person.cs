using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Tn.Identity.People;

/// <summary>An account. Everything about passwords and lockout is ASP.NET Core Identity's; the names are ours.</summary>
internal sealed class Person : IdentityUser<Guid>
{
    private Person()
    {
    }

    /// <summary>A new account, not confirmed yet. The e-mail is its name.</summary>
    public Person(PersonId id, string email, string givenName, string familyName, DateTimeOffset now)
    {
        Id = id.Value;
        Email = UserName = email;
        NormalizedEmail = NormalizedUserName = Normalize(email);
        GivenName = givenName;
        FamilyName = familyName;
        CreatedAt = now;
        Folded = Fold($"{givenName} {familyName} {email}");
        LockoutEnabled = true;
        SecurityStamp = NewStamp();
    }

    public string GivenName { get; private set; } = string.Empty;

    public string FamilyName { get; private set; } = string.Empty;

    /// <summary>Names and e-mail without case or accents, to be found by.</summary>
    public string Folded { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The account's id as the rest of the programme knows it.</summary>
    public PersonId PersonId => new(Id);

    /// <summary>True when an administrator closed the account: no delay opens it.</summary>
    public bool IsLockedByAdministrator => LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>Given and family name.</summary>
    public string DisplayName => $"{GivenName} {FamilyName}";

    /// <summary>As accounts are looked up: accents and case as Identity's own normalizer treats them.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>Without case or accents.</summary>
    public static string Fold(string text) => new(
    [
        .. text.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark),
    ]);

    /// <summary>True while the account is closed, by five wrong passwords or by an administrator.</summary>
    public bool IsLockedAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Confirms the address.</summary>
    public void Confirm()
    {
        EmailConfirmed = true;
        Change();
    }

    /// <summary>Sets a password already hashed; every open session ends at its next check, and a door closed by wrong passwords opens.</summary>
    public void SetPasswordHash(string hash)
    {
        PasswordHash = hash;
        if (!IsLockedByAdministrator)
        {
            Unlock();
        }

        EndSessions();
    }

    /// <summary>Closes the account until an administrator opens it again.</summary>
    public void Lock()
    {
        LockoutEnd = DateTimeOffset.MaxValue;
        EndSessions();
    }

    /// <summary>Opens the account again.</summary>
    public void Unlock()
    {
        LockoutEnd = null;
        AccessFailedCount = 0;
        Change();
    }

    private void EndSessions()
    {
        SecurityStamp = NewStamp();
        Change();
    }

    // Two people changing one account: the second save is refused.
    private void Change() => ConcurrencyStamp = Guid.NewGuid().ToString("D");

    private static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}
