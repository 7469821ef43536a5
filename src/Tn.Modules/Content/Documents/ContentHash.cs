using System.Text.Json;
using System.Text.Json.Serialization;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>The fingerprint of what a version says: what a vote binds to, and how an installation knows that nothing changed.</summary>
internal static class ContentHash
{
    // Null parts are left out, so that a part invented later does not change the hash of what has none.
    private static readonly JsonSerializerOptions Canonical = new(TnJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>SHA-256, lower-case hex, over type, address and parts; provenance does not count.</summary>
    public static string Of(string contentType, string slug, ContentParts parts) =>
        HashChain.Link(HashChain.Origin, contentType, slug, JsonSerializer.Serialize(parts with { ProvenancePart = null }, Canonical));

    /// <summary>The fingerprint of several versions together, whatever their order.</summary>
    public static string OfAll(IEnumerable<string> hashes) =>
        HashChain.Link(HashChain.Origin, [.. hashes.Order(StringComparer.Ordinal)]);
}
