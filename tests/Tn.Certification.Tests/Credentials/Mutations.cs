using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Tn.Certification.Credentials.Signing;

namespace Tn.Certification.Tests.Credentials;

/// <summary>Altered copies: each leaf changed, each member taken away, one member added.</summary>
internal static class Mutations
{
    /// <summary>Every way to change one thing of a JSON document, with its name.</summary>
    public static IEnumerable<(string Name, JsonObject Altered)> Of(JsonObject document)
    {
        foreach (var path in Leaves(document, []))
        {
            yield return ($"change {string.Join('/', path)}", With(document, path, Changed));
        }

        foreach (var (name, _) in document)
        {
            var without = document.DeepClone().AsObject();
            without.Remove(name);
            yield return ($"remove {name}", without);
        }

        var more = document.DeepClone().AsObject();
        more["credentialSubject"]!["narrative"] = "Et tous les autres thèmes.";
        yield return ("add credentialSubject/narrative", more);
    }

    /// <summary>A token with other claims under the same signature.</summary>
    public static string WithClaims(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Encode(claims)}.{parts[2]}";
    }

    public static string WithHeader(string token, Action<JsonObject> change)
    {
        var parts = token.Split('.');
        var header = Decode(parts[0]);
        change(header);
        return $"{Encode(header)}.{parts[1]}.{parts[2]}";
    }

    public static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    public static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString(Token.Json)));

    private static IEnumerable<string[]> Leaves(JsonNode? node, string[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, at) => Leaves(item, [.. path, at.ToString(System.Globalization.CultureInfo.InvariantCulture)])),
        _ => [path],
    };

    private static JsonObject With(JsonObject document, string[] path, Func<JsonNode?, JsonNode> change)
    {
        var copy = document.DeepClone().AsObject();
        JsonNode parent = copy;
        foreach (var step in path[..^1])
        {
            parent = At(parent, step)!;
        }

        var value = change(At(parent, path[^1]));
        if (parent is JsonArray list)
        {
            list[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[path[^1]] = value;
        }

        return copy;
    }

    private static JsonNode? At(JsonNode parent, string step) =>
        parent is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : parent[step];

    // A year later, a letter more, the next number, the contrary.
    private static JsonNode Changed(JsonNode? value) => value!.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
        System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
        System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<long>() + 1),
        _ when value.GetValue<string>() is var text && text.StartsWith("20", StringComparison.Ordinal) && text.EndsWith('Z') => JsonValue.Create(text.Replace("202", "201", StringComparison.Ordinal)),
        _ => JsonValue.Create(value.GetValue<string>() + "x"),
    };
}
