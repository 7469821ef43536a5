using System.Text.Json.Serialization;

namespace Tn.Content.Menus;

/// <summary>A link of a menu.</summary>
/// <param name="Text">As shown, 1 to <see cref="LinkRules.TextLength"/> characters.</param>
/// <param name="Url">A path of this site, or an https address.</param>
internal sealed record MenuItem(string Text, string Url);

/// <summary>A menu of the layout. Written and compared as lines, one link each: <c>Formations | /formations</c>.</summary>
internal sealed record MenuPart(IReadOnlyList<MenuItem> Items)
{
    /// <summary>The lines, as an author writes them.</summary>
    [JsonIgnore]
    public string Source => string.Concat(Items.Select(item => item.Url.Length == 0 ? $"{item.Text}\n" : $"{item.Text} | {item.Url}\n"));

    /// <summary>Reads lines; what is wrong with one is kept as it is, for the renderer to say.</summary>
    public static MenuPart Read(string source) => new([.. PipedLines.Read(source).Select(cells => new MenuItem(cells[0], PipedLines.Rest(cells, 1)))]);
}
