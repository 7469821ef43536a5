namespace Tn.Content.Menus;

/// <summary>Lines of a few cells between bars: what menus and the home page's blocks are written in.</summary>
internal static class PipedLines
{
    /// <summary>The cells of each line that is not blank; at least one each.</summary>
    public static IEnumerable<string[]> Read(string source) =>
        source.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The cells from a place on, as one text.</summary>
    public static string Rest(string[] cells, int from) => string.Join(" | ", cells.Skip(from)).Trim();
}
