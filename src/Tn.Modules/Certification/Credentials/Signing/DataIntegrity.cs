using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tn.Certification.Credentials.Keys;

namespace Tn.Certification.Credentials.Signing;

/// <summary>Data Integrity proofs, cryptosuite <c>eddsa-rdfc-2022</c> (W3C Recommendation, Data Integrity EdDSA Cryptosuites 1.0).</summary>
internal static class DataIntegrity
{
    public const string Cryptosuite = "eddsa-rdfc-2022";

    /// <summary>The document with its proof; the given one is left as it is.</summary>
    public static JsonObject Sign(JsonObject document, SigningKey key, string verificationMethod, DateTimeOffset at)
    {
        var signed = document.DeepClone().AsObject();
        var proof = new JsonObject
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = Cryptosuite,
            ["created"] = Instant(at),
            ["verificationMethod"] = verificationMethod,
            ["proofPurpose"] = "assertionMethod",
        };
        var message = MessageOf(signed, proof);
        proof["proofValue"] = "z" + Base58.Encode(key.Sign(message));
        signed["proof"] = proof;
        return signed;
    }

    /// <summary>What is signed: the hash of the proof's own statements, then that of the document's.</summary>
    /// <param name="proof">Without its <c>proofValue</c>.</param>
    /// <exception cref="UnknownShapeException">Either has something that our documents never have.</exception>
    public static byte[] MessageOf(JsonObject document, JsonObject proof)
    {
        var about = proof.DeepClone().AsObject();
        about["@context"] = document["@context"]?.DeepClone();
        return [.. Hash(about), .. Hash(document)];
    }

    /// <summary>UTC, to the second, as XML Schema writes it.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static byte[] Hash(JsonObject document) => SHA256.HashData(Encoding.UTF8.GetBytes(Rdfc.Canonical(Statements.Of(document))));
}
