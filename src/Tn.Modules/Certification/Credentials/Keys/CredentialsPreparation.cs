using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Platform.Data;
using Tn.Platform.Startup;

namespace Tn.Certification.Credentials.Keys;

/// <summary>
/// At each start: makes the first keys, replaces keys that this data folder cannot open,
/// and gives a credential to certificates issued before credentials existed.
/// </summary>
internal sealed partial class CredentialsPreparation(TnDbContext db, KeyRing ring, CredentialOffice office, TimeProvider clock, ILogger<CredentialsPreparation> log) : IPreparation
{
    private const int AtOnce = 200;

    public int Order => 40;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var act = ActContext.System(clock.GetUtcNow(), "start");
        if (!await CanSignAsync(cancellationToken))
        {
            await ring.ReplaceAsync(act, cancellationToken);
            await SaveAsync(cancellationToken);
        }

        while (await IssueMissingAsync(act, cancellationToken))
        {
        }
    }

    private async Task<bool> CanSignAsync(CancellationToken cancellationToken)
    {
        if (!await db.Set<IssuerKey>().AnyAsync(cancellationToken))
        {
            return false;
        }

        try
        {
            await ring.SigningAsync(cancellationToken);
            return true;
        }
        catch (CryptographicException failure)
        {
            // The database came back without the folder's keys. Old credentials still verify; new ones need new keys.
            LogUnreadable(failure);
            return false;
        }
    }

    // In slices, each its own transaction: a stop half way goes on from there at the next start.
    private async Task<bool> IssueMissingAsync(ActContext act, CancellationToken cancellationToken)
    {
        var without = await db.Set<Certificate>()
            .Where(row => !db.Set<IssuedCredential>().Any(issued => issued.Certificate == row.Id))
            .OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var certificate in without)
        {
            await office.IssueAsync(certificate, act, cancellationToken);
        }

        return without.Count > 0 && await SaveAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node started at the same moment and was first: the keys of the tables kept one of each.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The issuer keys cannot be opened with this data folder's keys; new ones are made.")]
    private partial void LogUnreadable(Exception failure);
}
