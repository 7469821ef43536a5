using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tn.Platform.Web;

/// <summary>
/// A French sentence of the interface with the values it holds: <c>T[$"Écrit par {name}."]</c> is looked up as
/// <c>Écrit par {0}.</c>, so that a translation may order its words as it needs.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Phrase
{
    private readonly StringBuilder? builder;
    private readonly List<object?>? values;
    private readonly string? text;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Phrase(int literalLength, int formattedCount)
    {
        builder = new StringBuilder(literalLength + (formattedCount * 3));
        values = new List<object?>(formattedCount);
        text = null;
    }

    private Phrase(string plain)
    {
        builder = null;
        values = null;
        text = plain;
    }

    /// <summary>The sentence as it is looked up, with <c>{0}</c>, <c>{1}</c>… where values stand.</summary>
    public string Key => text ?? builder?.ToString() ?? string.Empty;

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<object?> Values => values ?? [];

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string literal) => builder!.Append(literal);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value)
    {
        builder!.Append('{').Append(values!.Count.ToString(CultureInfo.InvariantCulture)).Append('}');
        values.Add(value);
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.CurrentUICulture));

    public static implicit operator Phrase(string plain) => new(plain);

    /// <summary>A sentence without values.</summary>
    public static Phrase FromString(string plain) => new(plain);
}
