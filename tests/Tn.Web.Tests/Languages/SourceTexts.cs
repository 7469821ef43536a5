using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tn.Web.Tests.Languages;

/// <summary>
/// The texts of the interface as the source writes them: <c>T["…"]</c>, <c>T[$"… {value} …"]</c>, <c>T.Html(…)</c>, <c>T.Count(n, "leçon", "leçons")</c>,
/// <c>Texts.Key("…")</c>, <c>Confirm("…")</c> and the sentences of validation attributes. A key is what the compiler makes of it: values are <c>{0}</c>, <c>{1}</c>…
/// </summary>
internal static partial class SourceTexts
{
    /// <summary>The keys of one file.</summary>
    /// <param name="constants">The constants of its project, for <c>ErrorMessage = Words.Missing</c>.</param>
    public static IEnumerable<string> In(string source, IReadOnlyDictionary<string, string> constants)
    {
        var code = DocComment().Replace(source, string.Empty);
        return Start().Matches(code).Select(match => Read(code, match.Index + match.Length, match.Groups["hole"].Length > 0))
            .Concat(Counted().Matches(code).Select(match => Forms(code, match.Index + match.Length - 1)).OfType<string>())
            .Concat(Message().Matches(code).Select(match => Read(code, match.Index + match.Length, false)))
            .Concat(NamedMessage().Matches(code).Select(match => constants.GetValueOrDefault(match.Groups["name"].Value)).OfType<string>())
            .Where(HasWords);
    }

    /// <summary>The string constants of a file.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ConstantsIn(string source) =>
        Constant().Matches(source).Select(match => KeyValuePair.Create(match.Groups["name"].Value, Read(source, match.Index + match.Length, false)));

    // Punctuation alone is the same in both languages, unless it is a French one.
    private static bool HasWords(string key) => Word().IsMatch(Placeholder().Replace(key, string.Empty));

    private static string Read(string code, int at, bool hasHoles)
    {
        var key = new StringBuilder();
        var holes = 0;
        while (code[at] != '"')
        {
            switch (code[at])
            {
                case '\\':
                    at = Unescape(code, at + 1, key);
                    break;
                case '{' or '}' when hasHoles && code[at + 1] == code[at]:
                    key.Append(code[at]);
                    at += 2;
                    break;
                case '{' when hasHoles:
                    key.Append(CultureInfo.InvariantCulture, $"{{{holes++}}}");
                    at = Closed(code, at);
                    break;
                default:
                    key.Append(code[at++]);
                    break;
            }
        }

        return key.ToString();
    }

    private static int Unescape(string code, int at, StringBuilder key)
    {
        if (code[at] == 'u')
        {
            key.Append((char)int.Parse(code.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            return at + 5;
        }

        key.Append(code[at] switch { 'n' => '\n', 't' => '\t', var one => one });
        return at + 1;
    }

    /// <summary>After the bracket that closes the one at <paramref name="at"/>; what stands in strings does not count.</summary>
    private static int Closed(string code, int at)
    {
        for (var depth = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = EndOfString(code, at);
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when --depth == 0:
                    return at + 1;
            }
        }

        return at;
    }

    private static int EndOfString(string code, int at)
    {
        var hasHoles = at > 0 && code[at - 1] == '$';
        for (at++; code[at] != '"'; at++)
        {
            if (code[at] == '\\')
            {
                at++;
            }
            else if (hasHoles && code[at] == '{' && code[at + 1] != '{')
            {
                at = Closed(code, at) - 1;
            }
        }

        return at;
    }

    // "leçon|leçons"
    private static string? Forms(string code, int open)
    {
        var last = LastTwo().Match(code[open..(Closed(code, open) - 1)]);
        return last.Success ? $"{last.Groups["one"].Value}|{last.Groups["many"].Value}" : null;
    }

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex DocComment();

    [GeneratedRegex("(?:\\b(?:T|texts)(?:\\[|\\.Html\\()|\\bTexts\\.Key\\(|\\bConfirm\\()(?<hole>\\$?)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"\b(?:T|texts)\.(?:Count|Plural)\(", RegexOptions.None, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex("\"(?<one>[^\"]*)\"\\s*,\\s*\"(?<many>[^\"]*)\"\\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastTwo();

    [GeneratedRegex("ErrorMessage\\s*=\\s*\"", RegexOptions.None, 1000)]
    private static partial Regex Message();

    [GeneratedRegex(@"ErrorMessage\s*=\s*(\w+\.)*(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedMessage();

    [GeneratedRegex("const string (?<name>\\w+) = \"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}«»:;?!\u00a0]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
