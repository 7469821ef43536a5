using System.Net.Mime;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Feeds;

/// <summary>Registers feeds and the map for search engines.</summary>
internal static class FeedServices
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services.AddSingleton<IEndpointPart, FeedDoor>();
}

/// <summary>Feeds of news and courses, and what search engines read.</summary>
internal sealed class FeedDoor : IEndpointPart
{
    private const int Entries = 30;
    private const string Atom = "application/atom+xml; charset=utf-8";

    private static readonly string[] Fixed =
    [
        "/", "/formations", "/ressources", "/webinaires", "/actualites", "/annuaire", "/centres", "/carte", "/certification", "/charte", "/verifier",
        "/programme", "/programme/indicateurs", "/programme/regles", "/accessibilite", "/donnees-personnelles", "/mentions-legales", "/plan-du-site", "/api",
    ];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/actualites.atom", NewsAsync).ExcludeFromDescription();
        endpoints.MapGet("/formations.atom", CoursesAsync).ExcludeFromDescription();
        endpoints.MapGet("/sitemap.xml", SiteMapAsync).ExcludeFromDescription();
        endpoints.MapGet("/robots.txt", (IOptions<SiteOptions> site) => Results.Text($"User-agent: *\nDisallow: /admin\nDisallow: /compte\nDisallow: /mon-espace\n\nSitemap: {site.Value.Absolute("/sitemap.xml")}\n", MediaTypeNames.Text.Plain, Encoding.UTF8)).ExcludeFromDescription();
    }

    private static async Task<IResult> NewsAsync(HttpContext http, IPublishedDocuments documents, IOptions<SiteOptions> site, CancellationToken cancellationToken)
    {
        var news = (await documents.ListAsync(ContentTypes.News, cancellationToken)).OrderByDescending(one => one.PublishedUtc).Take(Entries)
            .Select(one => new AtomEntry($"tag:transition-numerique,2026:{one.ItemId}", one.Title, site.Value.Absolute($"/actualites/{one.Slug}"), one.Summary, one.PublishedUtc, one.Html));
        return Feed(http, AtomFeed.Write("Actualités – Transition Numérique", site.Value.Absolute("/actualites.atom"), site.Value.Absolute("/actualites"), [.. news]));
    }

    private static async Task<IResult> CoursesAsync(HttpContext http, ICourseCatalogue catalogue, IOptions<SiteOptions> site, CancellationToken cancellationToken)
    {
        var courses = (await catalogue.ListAsync(cancellationToken)).OrderByDescending(one => one.PublishedUtc).Take(Entries)
            .Select(one => new AtomEntry($"tag:transition-numerique,2026:{one.CourseItemId}", one.Title, site.Value.Absolute($"/formations/{one.Slug}"), one.Summary, one.PublishedUtc, null));
        return Feed(http, AtomFeed.Write("Formations – Transition Numérique", site.Value.Absolute("/formations.atom"), site.Value.Absolute("/formations"), [.. courses]));
    }

    private static IResult Feed(HttpContext http, string xml)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(Encoding.UTF8.GetBytes(xml), Atom, entityTag: new EntityTagHeaderValue($"\"{HashChain.Link(HashChain.Origin, xml)[..32]}\""));
    }

    /// <summary>Every published page of this module (sitemaps.org, 50,000 addresses at most) and the site's fixed ones.</summary>
    private static async Task<IResult> SiteMapAsync(IPublishedDocuments documents, ICourseCatalogue catalogue, IOptions<SiteOptions> site, CancellationToken cancellationToken)
    {
        var pages = Fixed.Select(path => (Path: path, Changed: (DateTimeOffset?)null)).ToList();
        foreach (var course in await catalogue.ListAsync(cancellationToken))
        {
            pages.Add(($"/formations/{course.Slug}", course.PublishedUtc));
            pages.AddRange(course.Lessons.Select(lesson => ($"/formations/{course.Slug}/{lesson.Slug}", (DateTimeOffset?)course.PublishedUtc)));
        }

        foreach (var (type, address) in new (string, Func<string, string>)[]
        {
            (ContentTypes.TeachingMaterial, slug => $"/ressources/{slug}"), (ContentTypes.News, slug => $"/actualites/{slug}"), (ContentTypes.Axis, slug => $"/axes/{slug}"), (ContentTypes.Webinar, slug => $"/webinaires/{slug}"),
            (ContentTypes.Charter, slug => $"/charte/{slug}"), (ContentTypes.Page, SitePages.UrlOf),
        })
        {
            pages.AddRange((await documents.ListAsync(type, cancellationToken)).Select(one => (address(one.Slug), (DateTimeOffset?)one.PublishedUtc)));
        }

        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var set = new XElement(map + "urlset", pages.DistinctBy(page => page.Path, StringComparer.Ordinal).Take(50_000).Select(page => new XElement(
            map + "url",
            new XElement(map + "loc", site.Value.Absolute(page.Path)),
            page.Changed is { } changed ? new XElement(map + "lastmod", changed.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : null)));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{set}\n", MediaTypeNames.Application.Xml, Encoding.UTF8);
    }
}
