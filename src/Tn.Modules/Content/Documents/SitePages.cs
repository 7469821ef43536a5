namespace Tn.Content.Documents;

/// <summary>Pages that have an address of their own; all others stand under <c>/pages</c>.</summary>
internal static class SitePages
{
    public const string Programme = "le-programme";
    public const string Accessibility = "accessibilite";
    public const string Privacy = "donnees-personnelles";
    public const string Legal = "mentions-legales";

    /// <summary>Site-relative address of a page.</summary>
    public static string UrlOf(string slug) => slug switch
    {
        Programme => "/programme",
        Accessibility or Privacy or Legal => $"/{slug}",
        _ => $"/pages/{slug}",
    };

    /// <summary>Where a document is read by the public, or null when it has no page of its own here.</summary>
    /// <param name="path">Its autoroute.</param>
    public static string? UrlOf(string contentType, string slug, string? path) => contentType switch
    {
        ContentTypes.Page => UrlOf(slug),
        ContentTypes.QuestionBank => null,
        _ => path is null ? null : $"/{path}",
    };
}
