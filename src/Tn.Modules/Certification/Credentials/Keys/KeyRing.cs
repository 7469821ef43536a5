using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials.Keys;

/// <summary>A key that signs now, with its private half for the time of one act.</summary>
internal sealed record SigningKey(IssuerKey Key, byte[] Private)
{
    public byte[] Sign(byte[] message) => KeyCraft.Sign(Key.Algorithm, Private, message);
}

/// <summary>The two keys that sign now.</summary>
internal sealed record SigningKeys(SigningKey Token, SigningKey Proof);

/// <summary>The programme's keys, in our own database; the private halves encrypted by data protection.</summary>
internal sealed class KeyRing(TnDbContext db, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Tn.Certification.IssuerKeys.v1");

    /// <summary>All keys, newest first; there are a handful. Their public halves are published: nobody is asked.</summary>
    public async Task<IReadOnlyList<IssuerKey>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<IssuerKey>().AsNoTracking().OrderByDescending(key => key.Generation).ThenBy(key => key.Algorithm).ToListAsync(cancellationToken);

    /// <summary>The keys that sign now.</summary>
    /// <exception cref="InvalidOperationException">There are none: the preparation at start makes them.</exception>
    /// <exception cref="CryptographicException">The data folder's keys are not those that sealed them.</exception>
    public async Task<SigningKeys> SigningAsync(CancellationToken cancellationToken)
    {
        var current = await db.Set<IssuerKey>().AsNoTracking().Where(key => key.RetiredAt == null).ToListAsync(cancellationToken);
        return new SigningKeys(Open(current, KeyAlgorithm.Es256), Open(current, KeyAlgorithm.Ed25519));
    }

    /// <summary>Retires the pair in use and adds the next one, in the caller's unit of work; never saves by itself.</summary>
    /// <returns>The names of the new keys.</returns>
    public async Task<IReadOnlyList<string>> ReplaceAsync(ActContext act, CancellationToken cancellationToken)
    {
        var known = await db.Set<IssuerKey>().ToListAsync(cancellationToken);
        known.ForEach(key => key.Retire(act.At));
        var generation = known.Count == 0 ? 1 : known.Max(key => key.Generation) + 1;
        var made = Enum.GetValues<KeyAlgorithm>().Select(algorithm => Make(algorithm, generation, act)).ToList();
        db.AddRange(made);
        return [.. made.Select(key => key.Name)];
    }

    private IssuerKey Make(KeyAlgorithm algorithm, int generation, ActContext act)
    {
        var (open, secret) = KeyCraft.New(algorithm);
        return new IssuerKey
        {
            Name = IssuerKey.NameOf(algorithm, generation),
            Algorithm = algorithm,
            Generation = generation,
            PublicKey = open,
            SealedPrivateKey = Convert.ToBase64String(protector.Protect(secret)),
            CreatedAt = act.At,
            CreatedBy = act.ActorName,
        };
    }

    private SigningKey Open(List<IssuerKey> current, KeyAlgorithm algorithm)
    {
        var key = current.Where(key => key.Algorithm == algorithm).MaxBy(key => key.Generation)
            ?? throw new InvalidOperationException($"No {algorithm} key signs; the site makes one when it starts.");
        return new SigningKey(key, protector.Unprotect(Convert.FromBase64String(key.SealedPrivateKey)));
    }
}
