using System.Globalization;
using System.Text;

namespace Tn.Courses.Questions;

/// <summary>Numbers as people type them, and as authors accept them.</summary>
internal static class NumberReading
{
    /// <summary>« 1 234,5 », « 12.5 », « 20 % », « 300 € »: the number, or null when it is none.</summary>
    public static decimal? Read(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && character is not ('%' or '€'))
            {
                bare.Append(character switch { ',' => '.', '−' => '-', _ => character });
            }
        }

        return decimal.TryParse(bare.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The bounds of an accepted value: <c>20</c>, <c>20:0.5</c> (value and tolerance) or <c>19..21</c>; null when unreadable.</summary>
    public static (decimal From, decimal To)? Accepted(string text)
    {
        if (text.Split("..") is [var from, var to])
        {
            return Read(from) is { } low && Read(to) is { } high ? (low, high) : null;
        }

        var parts = text.Split(':', '±');
        var tolerance = parts.Length > 1 ? Read(parts[1]) : 0;
        return Read(parts[0]) is { } value && tolerance is { } margin ? (value - margin, value + margin) : null;
    }
}
