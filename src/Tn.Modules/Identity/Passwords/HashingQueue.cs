using Microsoft.AspNetCore.Identity;
using Tn.Identity.People;

namespace Tn.Identity.Passwords;

/// <summary>
/// The one door to password hashing. A hash costs some 100 ms of a core: at most one per core at a time, and a short line before the door,
/// so that a thousand people signing in together slow one another, not the lessons being read.
/// </summary>
internal sealed class HashingQueue(IPasswordHasher<Person> hasher) : IDisposable
{
    private const int LongestLine = 200;

    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount, Environment.ProcessorCount);
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString("N")));
    private int waiting;

    /// <summary>The hash of a password; refused with <c>account.busy</c> when the line is too long.</summary>
    public async Task<Outcome<string>> HashAsync(string password, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return new Refusal("account.busy");
        }

        try
        {
            return hasher.HashPassword(null!, password);
        }
        finally
        {
            cores.Release();
        }
    }

    /// <summary>
    /// Whether the password is the account's. Without an account a decoy is verified, so that the answer takes as long.
    /// Refused with <c>account.busy</c> when the line is too long.
    /// </summary>
    public async Task<Outcome<bool>> VerifyAsync(Person? person, string password, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return new Refusal("account.busy");
        }

        try
        {
            var matches = hasher.VerifyHashedPassword(null!, person?.PasswordHash ?? decoy.Value, password) != PasswordVerificationResult.Failed;
            return person?.PasswordHash is not null && matches;
        }
        finally
        {
            cores.Release();
        }
    }

    public void Dispose() => cores.Dispose();

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > LongestLine)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }

        try
        {
            await cores.WaitAsync(cancellationToken);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
