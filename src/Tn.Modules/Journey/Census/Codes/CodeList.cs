using System.Text;

namespace Tn.Journey.Census.Codes;

/// <summary>A code of an official list, with its name.</summary>
internal sealed record OfficialCode(string Code, string Name);

/// <summary>
/// An official list as bytes: one line a code, sorted, <c>code|name|folded name</c>. Nothing is parsed ahead: 35,000 communes
/// weigh 1.3 MB so, and are found by halves or searched in under a millisecond.
/// </summary>
internal sealed class CodeList
{
    private readonly byte[] bytes;
    private readonly int[] starts;

    private CodeList(byte[] bytes)
    {
        this.bytes = bytes;
        var lines = new List<int>();
        for (var at = 0; at < bytes.Length; at += Line(at).Length + 1)
        {
            lines.Add(at);
        }

        starts = [.. lines];
    }

    /// <summary>How many codes.</summary>
    public int Count => starts.Length;

    /// <summary>Every line, cut at its bars: for what is read once, and for tests.</summary>
    public IEnumerable<string[]> Rows => starts.Select(start => Encoding.UTF8.GetString(Line(start)).Split('|'));

    /// <summary>Reads a list that the build trimmed.</summary>
    /// <param name="name">Of the file: <c>communes</c>, <c>naf</c>…</param>
    public static CodeList Load(string name)
    {
        using var stream = typeof(CodeList).Assembly.GetManifestResourceStream($"Tn.Journey.Codes.{name}.txt")
            ?? throw new InvalidOperationException($"The list {name} was not embedded by the build.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new CodeList(content);
    }

    /// <summary>The code as the list has it, or null when it has no such code.</summary>
    public OfficialCode? Find(string code)
    {
        var sought = Encoding.UTF8.GetBytes(code + "|");
        int low = 0, high = starts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = Line(starts[middle]);
            if (line.StartsWith(sought))
            {
                return Read(line);
            }

            (low, high) = line.SequenceCompareTo(sought) < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The codes whose code begins with the text, or whose name has a word that does; names that begin with it first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<OfficialCode> Search(string text, int most)
    {
        var words = Encoding.UTF8.GetBytes(Words.Fold(text));
        var code = Encoding.UTF8.GetBytes(text.Trim().ToUpperInvariant());
        if (words.Length == 0)
        {
            return [];
        }

        var (first, then) = (new List<OfficialCode>(), new List<OfficialCode>());
        foreach (var start in starts)
        {
            var line = Line(start);
            var name = line[(line.LastIndexOf((byte)'|') + 1)..];
            if (name.StartsWith(words) || line.StartsWith(code))
            {
                first.Add(Read(line));
            }
            else if (then.Count < most && HasWord(name, words))
            {
                then.Add(Read(line));
            }
        }

        // « Lille » before « Lillebonne »: the shortest is the nearest to what was typed.
        return [.. first.OrderBy(one => one.Name.Length).ThenBy(one => one.Code, StringComparer.Ordinal).Concat(then).Take(most)];
    }

    private static bool HasWord(ReadOnlySpan<byte> name, ReadOnlySpan<byte> words)
    {
        for (var at = name.IndexOf(words); at > 0;)
        {
            if (name[at - 1] == (byte)' ')
            {
                return true;
            }

            var next = name[(at + 1)..].IndexOf(words);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static OfficialCode Read(ReadOnlySpan<byte> line)
    {
        var parts = Encoding.UTF8.GetString(line).Split('|');
        return new OfficialCode(parts[0], parts[1]);
    }

    private ReadOnlySpan<byte> Line(int start)
    {
        var rest = bytes.AsSpan(start);
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..end];
    }
}
