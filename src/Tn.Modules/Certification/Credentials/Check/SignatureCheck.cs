using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Signing;

namespace Tn.Certification.Credentials.Check;

/// <summary>A document that one of our keys signed, unaltered.</summary>
/// <param name="Code">The certificate's code, or null when the document is not a credential of a certificate.</param>
internal sealed record Proven(string? Code, JsonObject Document, IssuerKey Key);

/// <summary>
/// Whether a signed text is ours and unaltered. The algorithm is ours to name, never the document's:
/// a token is checked with ES256 keys only, a document's proof with Ed25519 keys only.
/// </summary>
internal sealed class SignatureCheck(KeyRing ring, IssuerAddress issuer)
{
    /// <summary>Longest text looked at; ours are some 4,000 characters.</summary>
    public const int MaximumLength = 64 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Checks a text that claims to be a token or a JSON document.</summary>
    public async Task<Outcome<Proven>> CheckAsync(string text, CancellationToken cancellationToken)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MaximumLength)
        {
            return new Refusal("credentials.too-long");
        }

        var keys = await ring.AllAsync(cancellationToken);
        return trimmed.StartsWith('{') ? CheckDocument(trimmed, keys) : CheckToken(trimmed, keys);
    }

    private Outcome<Proven> CheckToken(string token, IReadOnlyList<IssuerKey> keys)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } head || Decode(parts[1]) is not { } body || Decode(parts[2]) is not { } signature
            || Parse(head) is not { } header || Parse(body) is not { } claims)
        {
            return new Refusal("credentials.not-a-credential");
        }

        if (TextOf(header, "alg") != "ES256" || header.ContainsKey("crit") || header.ContainsKey("b64"))
        {
            return new Refusal("credentials.algorithm").With("algorithm", Shown(TextOf(header, "alg")));
        }

        if (TextOf(header, "typ") != Token.Credential)
        {
            return new Refusal("credentials.not-a-credential");
        }

        if (Find(keys, TextOf(header, "kid"), KeyAlgorithm.Es256) is not { } key)
        {
            return Foreign(TextOf(claims, "iss") ?? IssuerOf(claims));
        }

        return KeyCraft.Verify(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature)
            ? Of(claims, key)
            : Altered(TextOf(claims, "id"));
    }

    private Outcome<Proven> CheckDocument(string text, IReadOnlyList<IssuerKey> keys)
    {
        if (Parse(Encoding.UTF8.GetBytes(text)) is not { } document)
        {
            return new Refusal("credentials.not-a-credential");
        }

        if (document["proof"] is not JsonObject proof)
        {
            return new Refusal("credentials.unsigned");
        }

        if (TextOf(proof, "type") != "DataIntegrityProof" || TextOf(proof, "cryptosuite") != DataIntegrity.Cryptosuite || TextOf(proof, "proofPurpose") != "assertionMethod")
        {
            return new Refusal("credentials.algorithm").With("algorithm", Shown(TextOf(proof, "cryptosuite") ?? TextOf(proof, "type")));
        }

        if (Find(keys, TextOf(proof, "verificationMethod"), KeyAlgorithm.Ed25519) is not { } key)
        {
            return Foreign(IssuerOf(document));
        }

        return IsIntact(document, proof, key) ? Of(document, key) : Altered(TextOf(document, "id"));
    }

    private static bool IsIntact(JsonObject document, JsonObject proof, IssuerKey key)
    {
        var value = TextOf(proof, "proofValue");
        if (value is null || value[..Math.Min(1, value.Length)] != "z" || Base58.Decode(value[1..]) is not { } signature)
        {
            return false;
        }

        document.Remove("proof");
        proof.Remove("proofValue");
        try
        {
            return KeyCraft.Verify(key, DataIntegrity.MessageOf(document, proof), signature);
        }
        catch (UnknownShapeException)
        {
            // Something was added, or put where none of our documents has it.
            return false;
        }
    }

    private Outcome<Proven> Of(JsonObject document, IssuerKey key) =>
        IssuerOf(document) == issuer.Did ? new Proven(issuer.CodeOf(TextOf(document, "id")), document, key) : Foreign(IssuerOf(document));

    private IssuerKey? Find(IReadOnlyList<IssuerKey> keys, string? name, KeyAlgorithm algorithm) =>
        keys.FirstOrDefault(key => key.Algorithm == algorithm && issuer.Of(key) == name);

    private static Refusal Foreign(string? who) => new Refusal("credentials.foreign-issuer").With("issuer", Shown(who));

    private Refusal Altered(string? id) => new Refusal("credentials.altered").With("code", issuer.CodeOf(id) ?? string.Empty);

    private static byte[]? Decode(string part) => part.Length > 0 && Base64Url.IsValid(part) && !part.Contains('=', StringComparison.Ordinal) ? Base64Url.DecodeFromChars(part) : null;

    private static JsonObject? Parse(byte[] json)
    {
        try
        {
            // Read whole here: a JsonObject is otherwise filled at first touch, and throws there.
            using var read = JsonDocument.Parse(json, Reading);
            return JsonNode.Parse(read.RootElement.GetRawText(), documentOptions: Reading) as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonObject from, string name) =>
        from[name] is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string? IssuerOf(JsonObject document) => document["issuer"] is JsonObject named ? TextOf(named, "id") : TextOf(document, "issuer");

    // Somebody else's words, on our page: short, and on one line.
    private static string Shown(string? text)
    {
        var line = string.Concat((text ?? "aucun").Where(sign => !char.IsControl(sign)));
        return line.Length > 80 ? line[..80] + "…" : line;
    }
}
