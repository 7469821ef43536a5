using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace Tn.Certification.Credentials.Keys;

/// <summary>Makes and uses key pairs: P-256 by .NET, Ed25519 by BouncyCastle, for .NET has none.</summary>
internal static class KeyCraft
{
    /// <summary>A new pair; the private half as PKCS#8 (ES256) or 32 bytes (Ed25519).</summary>
    public static (byte[] Public, byte[] Private) New(KeyAlgorithm algorithm)
    {
        if (algorithm == KeyAlgorithm.Es256)
        {
            using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return (pair.ExportSubjectPublicKeyInfo(), pair.ExportPkcs8PrivateKey());
        }

        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        var made = generator.GenerateKeyPair();
        return (((Ed25519PublicKeyParameters)made.Public).GetEncoded(), ((Ed25519PrivateKeyParameters)made.Private).GetEncoded());
    }

    /// <summary>Signs: 64 bytes with either algorithm.</summary>
    public static byte[] Sign(KeyAlgorithm algorithm, byte[] privateKey, byte[] message)
    {
        if (algorithm == KeyAlgorithm.Es256)
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(privateKey, out _);
            return key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, new Ed25519PrivateKeyParameters(privateKey));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    /// <summary>True when the signature is this key's over this message.</summary>
    public static bool Verify(IssuerKey key, byte[] message, byte[] signature)
    {
        if (signature.Length != 64)
        {
            return false;
        }

        if (key.Algorithm == KeyAlgorithm.Es256)
        {
            using var ec = ECDsa.Create();
            ec.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
            return ec.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(key.PublicKey));
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    /// <summary>What people compare: SHA-256 of the public half, in groups of four.</summary>
    public static string Fingerprint(IssuerKey key) =>
        string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(key.PublicKey)).Chunk(4).Select(group => new string(group)));

    /// <summary>The point of an ES256 key, as JSON Web Keys write it (RFC 7518, 6.2).</summary>
    public static (string X, string Y) PointOf(IssuerKey key)
    {
        using var ec = ECDsa.Create();
        ec.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        var point = ec.ExportParameters(includePrivateParameters: false).Q;
        return (System.Buffers.Text.Base64Url.EncodeToString(point.X), System.Buffers.Text.Base64Url.EncodeToString(point.Y));
    }
}
