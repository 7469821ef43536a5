using System.Text;

namespace Tn.Content.Questions;

/// <summary>A cursor over GIFT text that knows its line and what a backslash protects.</summary>
internal sealed class GiftSource(string text, int firstLine)
{
    private readonly string text = text;
    private int line = firstLine;

    public int At { get; private set; }

    public int Line => line;

    public bool IsEnd => At >= text.Length;

    public char Current => text[At];

    /// <summary>True when the text goes on with these characters.</summary>
    public bool Sees(string characters) => string.CompareOrdinal(text, At, characters, 0, characters.Length) == 0;

    /// <summary>Steps over some characters.</summary>
    public void Skip(int count)
    {
        for (var left = count; left > 0 && !IsEnd; left--)
        {
            if (text[At] == '\n')
            {
                line++;
            }

            At++;
        }
    }

    /// <summary>Steps over white space.</summary>
    public void SkipSpace()
    {
        while (!IsEnd && char.IsWhiteSpace(Current))
        {
            Skip(1);
        }
    }

    /// <summary>The rest of the present line, stepped over.</summary>
    public string RestOfLine()
    {
        var end = text.IndexOf('\n', At);
        var rest = text[At..(end < 0 ? text.Length : end)];
        Skip(rest.Length + 1);
        return rest;
    }

    /// <summary>Everything that is left, stepped over.</summary>
    public string Rest()
    {
        var rest = text[At..];
        Skip(rest.Length);
        return rest;
    }

    /// <summary>The text up to one of the marks, escapes left as they are; the mark itself is not stepped over.</summary>
    /// <returns>Null, without moving, when no mark comes.</returns>
    public string? Until(params ReadOnlySpan<string> marks)
    {
        for (var end = At; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
                continue;
            }

            foreach (var mark in marks)
            {
                if (string.CompareOrdinal(text, end, mark, 0, mark.Length) == 0)
                {
                    var found = text[At..end];
                    Skip(found.Length);
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>The text without its protecting backslashes.</summary>
    public static string Unescape(string escaped)
    {
        if (!escaped.Contains('\\'))
        {
            return escaped;
        }

        var plain = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] == '\\' && at + 1 < escaped.Length && "~=#{}:\\n".Contains(escaped[at + 1]))
            {
                at++;
                plain.Append(escaped[at] == 'n' ? '\n' : escaped[at]);
            }
            else
            {
                plain.Append(escaped[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>Where the first unprotected mark stands, or -1.</summary>
    public static int Find(string escaped, string mark)
    {
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] == '\\')
            {
                at++;
            }
            else if (string.CompareOrdinal(escaped, at, mark, 0, mark.Length) == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
