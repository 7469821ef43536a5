using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tn.Certification.Credentials.Signing;

/// <summary>
/// RDF Dataset Canonicalization (W3C Recommendation RDFC-1.0) for graphs whose blank nodes tell themselves apart at first degree,
/// as all of ours do: two themes differ by their code. Graphs that would need more (4.8, « hash n-degree quads ») are refused,
/// which also keeps hostile ones from costing anything.
/// </summary>
internal static class Rdfc
{
    /// <summary>The canonical N-Quads.</summary>
    /// <exception cref="UnknownShapeException">Two blank nodes look alike.</exception>
    public static string Canonical(IReadOnlyList<Statement> statements)
    {
        var names = CanonicalNames(statements);
        var lines = statements.Select(one => Line(one, blank => names[blank])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Concat(lines);
    }

    private static Dictionary<string, string> CanonicalNames(IReadOnlyList<Statement> statements)
    {
        var byHash = statements.SelectMany(one => new[] { one.Subject, one.Datatype is null ? one.Value : string.Empty })
            .Where(IsBlank)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(blank => blank, blank => FirstDegree(blank, statements), StringComparer.Ordinal);
        if (byHash.Values.Distinct(StringComparer.Ordinal).Count() < byHash.Count)
        {
            throw new UnknownShapeException("blank nodes alike");
        }

        return byHash.OrderBy(pair => pair.Value, StringComparer.Ordinal)
            .Select((pair, at) => KeyValuePair.Create(pair.Key, $"_:c14n{at.ToString(CultureInfo.InvariantCulture)}"))
            .ToDictionary(StringComparer.Ordinal);
    }

    // RDFC-1.0, 4.6: what is said of it and by it, itself called « a », every other blank node « z ».
    private static string FirstDegree(string blank, IReadOnlyList<Statement> statements)
    {
        var lines = statements
            .Where(one => one.Subject == blank || (one.Datatype is null && one.Value == blank))
            .Select(one => Line(one, name => name == blank ? "_:a" : "_:z"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static string Line(Statement one, Func<string, string> nameOf)
    {
        var value = one.Datatype switch
        {
            null => NodeOf(one.Value, nameOf),
            Terms.String => $"\"{Escaped(one.Value)}\"",
            _ => $"\"{Escaped(one.Value)}\"^^<{one.Datatype}>",
        };
        return $"{NodeOf(one.Subject, nameOf)} <{one.Property}> {value} .\n";
    }

    private static string NodeOf(string node, Func<string, string> nameOf) => IsBlank(node) ? nameOf(node) : $"<{node}>";

    private static bool IsBlank(string node) => node.StartsWith("_:", StringComparison.Ordinal);

    // RDF 1.1 N-Quads, canonical form as RDFC-1.0 (5) has it.
    private static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                '\b' => written.Append("\\b"),
                '\f' => written.Append("\\f"),
                < ' ' or '\u007f' => written.Append("\\u").Append(((int)sign).ToString("X4", CultureInfo.InvariantCulture)),
                _ => written.Append(sign),
            };
        }

        return written.ToString();
    }
}
