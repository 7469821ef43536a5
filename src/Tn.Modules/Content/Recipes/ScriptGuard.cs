using System.Text.Json.Nodes;

namespace Tn.Content.Recipes;

/// <summary>
/// Orchard Core evaluates a recipe's string when it is <c>[letters: …]</c>. An author's text in that shape is written behind an
/// invisible word joiner, which our importer takes off again; ours evaluates nothing.
/// </summary>
internal static class ScriptGuard
{
    private const char Joiner = '\u2060';

    /// <summary>The text as it may stand in a recipe.</summary>
    public static string Guard(string text) => LooksLikeScript(text.TrimStart(Joiner)) ? Joiner + text : text;

    /// <summary>The text as it was before <see cref="Guard(string)"/>.</summary>
    public static string Unguard(string text) => text is [Joiner, .. var rest] && LooksLikeScript(rest.TrimStart(Joiner)) ? rest : text;

    /// <summary>Applies to every string value of a tree.</summary>
    public static JsonNode? Each(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.Select(pair => KeyValuePair.Create(pair.Key, Each(pair.Value, change)))),
        JsonArray list => new JsonArray([.. list.Select(item => Each(item, change))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(change(text)),
        _ => node?.DeepClone(),
    };

    // Wider than Orchard's own test: white space around does not save a text.
    private static bool LooksLikeScript(string text)
    {
        var trimmed = text.Trim();
        if (trimmed is not ['[', .., ']'] || text.EndsWith('\n'))
        {
            return false;
        }

        var colon = trimmed.IndexOf(':');
        return colon > 1 && trimmed[1..colon].All(letter => char.IsLetter(letter) || char.IsWhiteSpace(letter));
    }
}
