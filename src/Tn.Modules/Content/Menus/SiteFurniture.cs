using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Offered;
using Tn.Content.Packages;
using Tn.Content.Rendering;
using Tn.Platform.Data;

namespace Tn.Content.Menus;

/// <summary>
/// Implements <see cref="ISiteFurniture"/>: what the committee published; before that, what the programme's package brings,
/// so that a new site can be walked through. Kept in memory until the next publication.
/// </summary>
internal sealed class SiteFurniture(TnDbContext db, ContentCache cache, ShippedFurniture shipped) : ISiteFurniture
{
    public Task<IReadOnlyList<SiteLink>> MenuAsync(string name, CancellationToken cancellationToken) =>
        cache.CurrentAsync($"content:menu:{name}", async () =>
        {
            var published = await PublishedAsync(ContentTypes.Menu, name, cancellationToken);
            return Links(published?.Parts.MenuPart ?? MenuPart.Read(shipped.SourceOf($"menus/{name}.md")));
        });

    public Task<HomePage> HomeAsync(CancellationToken cancellationToken) =>
        cache.CurrentAsync("content:home", async () =>
        {
            var published = await PublishedAsync(ContentTypes.Home, HomePage.Name, cancellationToken);
            var blocks = (published?.Parts.HomePart ?? HomePart.Read(shipped.SourceOf($"home/{HomePage.Name}.md"))).Blocks;
            return new HomePage(published?.DisplayText ?? shipped.TitleOf($"home/{HomePage.Name}.md"), [.. blocks.Select(block => new HomeBlock(block.Kind, block.Title, block.Text))]);
        });

    private static IReadOnlyList<SiteLink> Links(MenuPart menu) => [.. menu.Items.Where(item => LinkRules.IsAllowed(item.Url)).Select(item => new SiteLink(item.Text, item.Url))];

    // By its address among what is public, which is unique.
    private Task<ContentVersion?> PublishedAsync(string contentType, string slug, CancellationToken cancellationToken)
    {
        var address = $"{contentType}//{slug}";
        return db.Set<ContentVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.AddressKey == address, cancellationToken);
    }
}

/// <summary>The programme's own menus and home page, as files beside the program.</summary>
/// <param name="folder">Of the package <c>programme</c>; may be absent.</param>
internal sealed class ShippedFurniture(string folder)
{
    /// <summary>The text of a file after its front matter; empty when there is none.</summary>
    public string SourceOf(string path) => Read(path)?.Body ?? string.Empty;

    /// <summary>Its title; empty when there is none.</summary>
    public string TitleOf(string path) => Read(path)?.Fields.Text("title") ?? string.Empty;

    private FrontMatter? Read(string path)
    {
        var file = Path.Combine(folder, path);
        return File.Exists(file) ? FrontMatter.Split(File.ReadAllText(file), new Findings(path)) : null;
    }
}
