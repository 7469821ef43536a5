namespace Tn.Certification.Credentials.Keys;

/// <summary>What a key signs. Names are kept: never rename one.</summary>
internal enum KeyAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256: compact tokens (VC-JWT).</summary>
    Es256,

    /// <summary>Ed25519: proofs inside the document (Data Integrity, <c>eddsa-rdfc-2022</c>).</summary>
    Ed25519,
}

/// <summary>
/// One of the programme's keys. The public half stays for good, so that what it signed can be checked for good;
/// a rotation only ends its signing.
/// </summary>
internal sealed class IssuerKey
{
    /// <summary>The name in documents, after <c>#</c>: <c>es256-1</c>.</summary>
    public string Name { get; init; } = string.Empty;

    public KeyAlgorithm Algorithm { get; init; }

    /// <summary>From 1; the newest signs.</summary>
    public int Generation { get; init; }

    /// <summary>ES256: SubjectPublicKeyInfo. Ed25519: the 32 bytes themselves.</summary>
    public byte[] PublicKey { get; init; } = [];

    /// <summary>The private half, encrypted by the site's data protection: of no use without the data folder's keys.</summary>
    public string SealedPrivateKey { get; init; } = string.Empty;

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = string.Empty;

    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Ends its signing; what it signed still verifies.</summary>
    public void Retire(DateTimeOffset at) => RetiredAt ??= at;

    /// <summary>The name of a key.</summary>
    public static string NameOf(KeyAlgorithm algorithm, int generation) =>
        $"{algorithm.ToString().ToLowerInvariant()}-{generation.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
