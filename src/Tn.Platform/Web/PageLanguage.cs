namespace Tn.Platform.Web;

/// <summary>A language in which a page can be read. <c>ViewData["Languages"]</c>: the page's own first; the layout tells search engines.</summary>
/// <param name="Culture">As in <c>lang</c> and <c>hreflang</c>.</param>
/// <param name="Url">Site-relative.</param>
public sealed record PageLanguage(string Culture, string Url, string Title)
{
    /// <summary>The language's own name for itself.</summary>
    public string Name => Culture switch
    {
        "fr" => "Français",
        "en" => "English",
        _ => Culture,
    };
}
