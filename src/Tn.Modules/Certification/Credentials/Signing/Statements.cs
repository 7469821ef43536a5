using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tn.Certification.Credentials.Signing;

/// <summary>A subject, a property, a value: one line of N-Quads. Blank nodes start with <c>_:</c>.</summary>
/// <param name="Datatype">Null when the value is a node.</param>
internal sealed record Statement(string Subject, string Property, string Value, string? Datatype);

/// <summary>The JSON has a member, a type or a value that none of our documents has.</summary>
internal sealed class UnknownShapeException(string what) : Exception($"Not of our documents' shape: {what}.");

/// <summary>Reads a document of ours into RDF statements, as JSON-LD's « to RDF » does with the published contexts.</summary>
internal sealed class Statements
{
    private readonly List<Statement> found = [];
    private int blanks;

    /// <summary>All statements of a document; its <c>@context</c> must be exactly ours.</summary>
    /// <exception cref="UnknownShapeException">Something in it is not in <see cref="Terms"/>.</exception>
    public static IReadOnlyList<Statement> Of(JsonObject document)
    {
        if (!HasOurContext(document["@context"]))
        {
            throw new UnknownShapeException("@context");
        }

        var statements = new Statements();
        statements.Walk(document);
        return statements.found;
    }

    private static bool HasOurContext(JsonNode? context) => context is JsonArray { Count: 1 or 2 } list
        && TextOf(list[0]) == Terms.CredentialsContext
        && (list.Count == 1 || TextOf(list[1]) == Terms.BadgesContext);

    private string Walk(JsonObject node)
    {
        var subject = node["id"] is { } id ? Address(id) : $"_:b{(blanks++).ToString(CultureInfo.InvariantCulture)}";
        foreach (var (name, value) in node)
        {
            if (name is "id" or "@context")
            {
                continue;
            }

            foreach (var one in value is JsonArray list ? list : [value?.DeepClone()])
            {
                Add(subject, name, one);
            }
        }

        return subject;
    }

    private void Add(string subject, string name, JsonNode? value)
    {
        if (name == "type")
        {
            found.Add(new Statement(subject, Terms.Type, Word(value), null));
            return;
        }

        var term = Terms.Properties.GetValueOrDefault(name) ?? throw new UnknownShapeException(name);
        found.Add(term.Kind switch
        {
            TermKind.Word => new Statement(subject, term.Iri, Word(value), null),
            TermKind.Node => new Statement(subject, term.Iri, value is JsonObject inner ? Walk(inner) : Address(value), null),
            _ => new Statement(subject, term.Iri, Literal(name, value), term.Datatype),
        });
    }

    private static string Word(JsonNode? value) =>
        TextOf(value) is { } word && Terms.Words.TryGetValue(word, out var iri) ? iri : throw new UnknownShapeException("type");

    // Absolute, and without what N-Quads cannot hold between its angle brackets.
    private static string Address(JsonNode? value) =>
        TextOf(value) is { } text && Uri.TryCreate(text, UriKind.Absolute, out _) && !text.Any(sign => sign <= ' ' || "<>\"{}|^`\\".Contains(sign, StringComparison.Ordinal))
            ? text
            : throw new UnknownShapeException("id");

    private static string Literal(string name, JsonNode? value) => (name, value?.GetValueKind()) switch
    {
        ("hashed", JsonValueKind.True) => "true",
        ("hashed", JsonValueKind.False) => "false",
        (not "hashed", JsonValueKind.String) => TextOf(value)!,
        _ => throw new UnknownShapeException(name),
    };

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
