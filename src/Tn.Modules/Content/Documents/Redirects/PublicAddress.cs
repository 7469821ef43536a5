namespace Tn.Content.Documents.Redirects;

/// <summary>Where the public reads a document, in the way redirects compare addresses.</summary>
internal static class PublicAddress
{
    /// <summary>A document that stands alone; null for what has no page of its own, and for courses and lessons, whose addresses their edition knows.</summary>
    public static string? Of(ContentVersion version) => version.ContentType switch
    {
        ContentTypes.Course or ContentTypes.Lesson => null,
        _ => SitePages.UrlOf(version.ContentType, version.Slug, WithSlug(version.Parts.AutoroutePart?.Path, version.Slug)) is { } url ? RedirectAddress.Normal(url) : null,
    };

    public static string Of(CourseEdition course) => RedirectAddress.Normal($"/formations/{course.Slug}");

    public static string Of(CourseEdition course, LessonOutline lesson) => RedirectAddress.Normal($"/formations/{course.Slug}/{lesson.Slug}");

    /// <summary>The slug is the address's truth; the path says under which folder.</summary>
    private static string? WithSlug(string? path, string slug) =>
        path is null ? null : path.Contains('/') ? $"{path[..path.LastIndexOf('/')]}/{slug}" : slug;
}
