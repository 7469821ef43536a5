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
        LockoutEnabled = true;
        SecurityStamp = NewStamp();
    }

    public string GivenName { get; private set; } = string.Empty;

    public string FamilyName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The account's id as the rest of the programme knows it.</summary>
    public PersonId PersonId => new(Id);

    /// <summary>Given and family name.</summary>
    public string DisplayName => $"{GivenName} {FamilyName}";

    /// <summary>As accounts are looked up: accents and case as Identity's own normalizer treats them.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>True while the account is closed, by five wrong passwords or by an administrator.</summary>
    public bool IsLockedAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Confirms the address.</summary>
    public void Confirm() => EmailConfirmed = true;

    /// <summary>Sets a password already hashed; every open session ends at its next check.</summary>
    public void SetPasswordHash(string hash)
    {
        PasswordHash = hash;
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
    }

    private void EndSessions() => SecurityStamp = NewStamp();

    private static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}
