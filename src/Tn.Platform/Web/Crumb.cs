namespace Tn.Platform.Web;

/// <summary>A page above the present one. A page lists them from the top in <c>ViewData["Crumbs"]</c>; the layout draws them.</summary>
/// <param name="Title">As the page above calls itself.</param>
/// <param name="Url">Site-relative address.</param>
/// <param name="Language">The title's, where it is a content in another language than the page. The page's own title says it in <c>ViewData["TitleLanguage"]</c>.</param>
public sealed record Crumb(string Title, string Url, string? Language = null);
