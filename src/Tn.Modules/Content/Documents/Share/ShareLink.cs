using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tn.Content.Documents.Share;

/// <summary>Links that show one version to whoever holds them, without an account, for some days. Signed: they can be neither guessed nor changed.</summary>
internal sealed class ShareLink(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public const int Days = 7;

    private readonly IDataProtector protector = protection.CreateProtector("Tn.Content.ShareLink");

    /// <summary>The token of a link to a version.</summary>
    public string TokenOf(string versionId) => protector.Protect($"{versionId} {clock.GetUtcNow().AddDays(Days).ToUnixTimeSeconds()}");

    /// <summary>The version a token shows, or null when it is not ours or its days are over.</summary>
    public string? VersionOf(string token)
    {
        try
        {
            return protector.Unprotect(token).Split(' ') is [var version, var until] && long.TryParse(until, out var seconds) && seconds > clock.GetUtcNow().ToUnixTimeSeconds() ? version : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
