using System.Globalization;

namespace Tn.Journey.Census;

/// <summary>Reads what people type: fields are kept as typed, and understood here.</summary>
internal static class Text
{
    public static bool Missing(string? typed) => string.IsNullOrWhiteSpace(typed);

    /// <summary>The first text that says something, trimmed, or null.</summary>
    public static string? FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!Missing(text))
            {
                return text!.Trim();
            }
        }

        return null;
    }

    /// <summary>At most so many signs: what goes to a summary's column.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>A day written <c>2026-11-23</c> (what date fields send) or <c>23/11/2026</c>, or null.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(string? typed) =>
        int.TryParse(typed?.Trim().TrimEnd('%').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
