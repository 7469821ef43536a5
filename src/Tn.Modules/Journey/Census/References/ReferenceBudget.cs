using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Tn.Journey.Census.References;

/// <summary>How often links of references can be tried: 256 bits cannot be guessed; the limit keeps somebody from trying at everyone's cost.</summary>
internal static class ReferenceBudget
{
    /// <summary>The policy's name, per address.</summary>
    public const string PerAddress = "journey.references";

    private const int EachMinute = 30;

    /// <summary>Adds the limit to the host's limits.</summary>
    public static void AddPolicy(RateLimiterOptions options) => options.AddPolicy(PerAddress, context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "local",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = EachMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
