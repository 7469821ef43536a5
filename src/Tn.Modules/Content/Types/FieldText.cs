using System.Globalization;

namespace Tn.Content.Types;

/// <summary>Fields as people type them. What is unreadable is left out here; <see cref="FieldCheck"/> says it before.</summary>
internal static class FieldText
{
    /// <summary>The entries of a text of one a line, without blanks.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A whole number, or 0.</summary>
    public static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A day as browsers send it or as French people write it, or null.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day and a time without its zone, as browsers send it or as French people write it, or null.</summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm", "d/M/yyyy H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    /// <summary>Sources, one a line: title, publisher, year and address between bars; an address or a year is known wherever it stands.</summary>
    public static IReadOnlyList<Source> Sources(string text) => [.. Lines(text).Select(ReadSource)];

    /// <summary>The same, as an author writes it.</summary>
    public static string Write(IEnumerable<Source> sources) => string.Join('\n', sources.Select(source =>
        string.Join(" | ", new[] { OneCell(source.Title), OneCell(source.Publisher), $"{source.Year}", source.Url }.Where(cell => cell.Length > 0))));

    private static Source ReadSource(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var url = cells.Skip(1).FirstOrDefault(IsAddress) ?? string.Empty;
        var year = cells.Skip(1).FirstOrDefault(IsYear);
        var publisher = cells.Skip(1).FirstOrDefault(cell => cell.Length > 0 && cell != url && cell != year) ?? string.Empty;
        return new Source(cells[0], publisher, year is null ? null : Whole(year), url);
    }

    private static bool IsAddress(string cell) => cell.Contains("://", StringComparison.Ordinal);

    private static bool IsYear(string cell) => cell.Length == 4 && Whole(cell) is >= 1800 and <= 2100;

    // A bar would begin another cell when it is read back.
    private static string OneCell(string text) => text.Replace('|', '/');
}
