using System.Text.Json.Serialization;

namespace Tn.Content.Menus;

/// <summary>A block of the home page.</summary>
/// <param name="Kind">One of <see cref="HomeBlockKinds"/>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">A sentence under it, plain; may be empty.</param>
internal sealed record HomePartBlock(string Kind, string Title, string Text);

/// <summary>What the home page shows under its two doors, in order. Written as lines: <c>formations | Trois formations pour commencer</c>.</summary>
internal sealed record HomePart(IReadOnlyList<HomePartBlock> Blocks)
{
    /// <summary>The lines, as an author writes them.</summary>
    [JsonIgnore]
    public string Source => string.Concat(Blocks.Select(block => $"{string.Join(" | ", new[] { block.Kind, block.Title, block.Text }.Where(cell => cell.Length > 0))}\n"));

    /// <summary>Reads lines; what is wrong with one is kept as it is, for the renderer to say.</summary>
    public static HomePart Read(string source) =>
        new([.. PipedLines.Read(source).Select(cells => new HomePartBlock(cells[0], cells.Length > 1 ? cells[1] : string.Empty, PipedLines.Rest(cells, 2)))]);
}
