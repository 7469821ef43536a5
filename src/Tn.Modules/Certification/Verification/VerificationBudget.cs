using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Tn.Certification.Verification;

/// <summary>
/// How often codes can be tried. 128 bits cannot be guessed; the limits keep somebody from trying anyway at everyone's cost.
/// </summary>
internal sealed class VerificationBudget : IDisposable
{
    /// <summary>The policy's name, per address.</summary>
    public const string PerAddress = "certification.verify";

    /// <summary>The same for files handed in: they cost a signature each.</summary>
    public const string Documents = "certification.documents";

    /// <summary>The same for taking signed forms away: who downloads badges may still check certificates.</summary>
    public const string Credentials = "certification.credentials";

    private const int PerAddressEachMinute = 30;
    private const int SitewideEachMinute = 1200;

    private readonly FixedWindowRateLimiter site = new(Window(SitewideEachMinute));

    /// <summary>Adds the limits per address to the host's limits.</summary>
    public static void AddPolicy(RateLimiterOptions options)
    {
        foreach (var policy in new[] { PerAddress, Documents, Credentials })
        {
            options.AddPolicy(policy, context =>
                RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "local", _ => Window(PerAddressEachMinute)));
        }
    }

    /// <summary>Takes one from what the whole site may answer this minute; false when nothing is left.</summary>
    public bool TryTake() => site.AttemptAcquire().IsAcquired;

    public void Dispose() => site.Dispose();

    private static FixedWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };
}
