using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tn.Certification.Credentials.Keys;

namespace Tn.Certification.Credentials.Signing;

/// <summary>Compact tokens (JWS, RFC 7515) signed ES256: credentials as W3C « Securing Verifiable Credentials using JOSE and COSE » has them.</summary>
internal static class Token
{
    /// <summary>The type of a credential.</summary>
    public const string Credential = "vc+jwt";

    /// <summary>French as it is: these texts are read by programs, and by people who decode them.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="type">What kind of token: it keeps one from standing for another.</param>
    /// <param name="contentType">Of the payload, or null.</param>
    public static string Sign(JsonObject payload, SigningKey key, string keyId, string type, string? contentType = null)
    {
        var header = new JsonObject { ["alg"] = "ES256", ["typ"] = type };
        if (contentType is not null)
        {
            header["cty"] = contentType;
        }

        header["kid"] = keyId;
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString(Json)));
}
