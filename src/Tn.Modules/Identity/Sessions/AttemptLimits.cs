using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tn.Identity.People;

namespace Tn.Identity.Sessions;

/// <summary>How many attempts are let through. Configuration section <c>Account</c>.</summary>
internal sealed class AttemptOptions
{
    /// <summary>Attempts from one address in five minutes: a whole training room shares one.</summary>
    public int PerAddress { get; set; } = 60;

    /// <summary>Attempts on one account in fifteen minutes, whether it exists or not.</summary>
    public int PerAccount { get; set; } = 10;
}

/// <summary>Counts attempts before anything is hashed or sent, so that guessing costs the guesser and not the server.</summary>
internal sealed class AttemptLimits(IOptions<AttemptOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = Windows(options.Value.PerAddress, TimeSpan.FromMinutes(5));
    private readonly PartitionedRateLimiter<string> accounts = Windows(options.Value.PerAccount, TimeSpan.FromMinutes(15));

    /// <summary>Counts one attempt; refused with <c>account.too-many-attempts</c> beyond the limits.</summary>
    /// <param name="purpose">What is attempted: sign-in and reset are counted apart.</param>
    public Outcome Count(string purpose, IPAddress? address, string email)
    {
        using var byAddress = addresses.AttemptAcquire($"{purpose} {Network(address)}");
        if (!byAddress.IsAcquired)
        {
            return new Refusal("account.too-many-attempts");
        }

        using var byAccount = accounts.AttemptAcquire($"{purpose} {Person.Normalize(email)}");
        return byAccount.IsAcquired ? Outcome.Done : new Refusal("account.too-many-attempts");
    }

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }

    // One IPv6 subscriber holds a whole /64: counting each of its addresses apart would count nothing.
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "?";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }

    private static PartitionedRateLimiter<string> Windows(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));
}
