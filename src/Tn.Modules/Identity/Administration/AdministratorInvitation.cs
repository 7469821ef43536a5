using System.Security.Cryptography;
using System.Text;

namespace Tn.Identity.Administration;

/// <summary>The one-time way in for the first administrator. Only the token's hash is kept: reading the database opens no door. Once used, the row is gone.</summary>
internal sealed class AdministratorInvitation
{
    /// <summary>How long the address works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private AdministratorInvitation()
    {
    }

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public string TokenHash { get; private set; } = string.Empty;

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>A new invitation, and the token to print.</summary>
    public static (AdministratorInvitation Invitation, string Token) New(DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new AdministratorInvitation { TokenHash = HashOf(token), ExpiresAt = now + Life }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOpenAt(DateTimeOffset now) => now < ExpiresAt;
}
