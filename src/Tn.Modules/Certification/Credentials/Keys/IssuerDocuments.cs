using System.Text.Json.Nodes;
using Tn.Certification.Credentials.Signing;

namespace Tn.Certification.Credentials.Keys;

/// <summary>What the programme publishes of itself: every key that ever signed, so that every credential can be checked.</summary>
internal static class IssuerDocuments
{
    /// <summary>JSON Web Key Set (RFC 7517): the ES256 keys, which are all that sign tokens.</summary>
    public static JsonObject Jwks(IEnumerable<IssuerKey> keys, IssuerAddress issuer) => new()
    {
        ["keys"] = new JsonArray([.. keys.Where(key => key.Algorithm == KeyAlgorithm.Es256).Select(key => Jwk(key, issuer))]),
    };

    /// <summary>The document of our <c>did:web</c>.</summary>
    public static JsonObject Did(IReadOnlyList<IssuerKey> keys, IssuerAddress issuer) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1"),
        ["id"] = issuer.Did,
        ["verificationMethod"] = new JsonArray([.. keys.Select(key => Method(key, issuer))]),
        ["assertionMethod"] = new JsonArray([.. keys.Select(key => JsonValue.Create(issuer.Of(key)))]),
        ["service"] = new JsonArray(new JsonObject { ["id"] = $"{issuer.Did}#site", ["type"] = "LinkedDomains", ["serviceEndpoint"] = issuer.Absolute("/") }),
    };

    /// <summary>Open Badges 3.0 profile of the issuer.</summary>
    public static JsonObject Profile(IssuerAddress issuer) => new()
    {
        ["@context"] = new JsonArray(Terms.CredentialsContext, Terms.BadgesContext),
        ["id"] = issuer.Did,
        ["type"] = new JsonArray("Profile"),
        ["name"] = issuer.Name,
        ["url"] = issuer.Absolute("/"),
        ["description"] = "Programme public qui forme et certifie ceux qui conseillent les très petites entreprises sur le numérique.",
    };

    /// <summary>One ES256 key as a JSON Web Key.</summary>
    public static JsonObject Jwk(IssuerKey key, IssuerAddress issuer)
    {
        var (x, y) = KeyCraft.PointOf(key);
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y, ["alg"] = "ES256", ["use"] = "sig", ["kid"] = issuer.Of(key) };
    }

    /// <summary>An Ed25519 key as a Multikey: the prefix 0xed01, in base 58.</summary>
    public static string Multibase(IssuerKey key) => "z" + Base58.Encode([0xed, 0x01, .. key.PublicKey]);

    private static JsonObject Method(IssuerKey key, IssuerAddress issuer)
    {
        var method = new JsonObject { ["id"] = issuer.Of(key), ["type"] = key.Algorithm == KeyAlgorithm.Es256 ? "JsonWebKey" : "Multikey", ["controller"] = issuer.Did };
        if (key.Algorithm == KeyAlgorithm.Es256)
        {
            method["publicKeyJwk"] = Jwk(key, issuer);
        }
        else
        {
            method["publicKeyMultibase"] = Multibase(key);
        }

        return method;
    }
}
