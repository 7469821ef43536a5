using Microsoft.AspNetCore.Http;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Web;

namespace Tn.Themes.Encre;

/// <summary>A link of the layout.</summary>
internal sealed record NavigationLink(string Title, string Url)
{
    /// <summary><c>page</c> on the page itself, <c>true</c> on a page below, null elsewhere.</summary>
    public string? Current(HttpRequest request) =>
        Url[0] != '/' ? null
        : request.Path.Equals(Url, StringComparison.OrdinalIgnoreCase) ? "page"
        : request.Path.StartsWithSegments(Url, StringComparison.OrdinalIgnoreCase) ? "true"
        : null;
}

/// <summary>Where the layout leads.</summary>
internal static class Navigation
{
    /// <summary>A menu's links, as published.</summary>
    /// <param name="menu">One of <see cref="SiteMenus"/>.</param>
    public static async Task<IReadOnlyList<NavigationLink>> LinksAsync(this ISiteFurniture furniture, string menu) =>
        [.. (await furniture.MenuAsync(menu, CancellationToken.None)).Select(link => new NavigationLink(link.Text, link.Url))];

    private static readonly IReadOnlyList<(Permission Permission, NavigationLink Link)> Desks =
    [
        (Permission.ApplyAsConsultant, new(Texts.Key("Mon parcours"), "/mon-parcours")),
        (Permission.ReviewContent, new(Texts.Key("Comité pédagogique"), "/comites/pedagogique")),
        (Permission.InstructDossiers, new(Texts.Key("Comité des partenaires privés"), "/comites/partenaires-prives")),
        (Permission.SitInJury, new(Texts.Key("Jury"), "/comites/jury")),
        (Permission.ManageCentres, new(Texts.Key("Comité des centres de ressources"), "/comites/centres-de-ressources")),
        (Permission.ManagePeople, new(Texts.Key("Administration"), "/admin")),
        (Permission.ManageContent, new(Texts.Key("Administration"), "/admin")),
    ];

    /// <summary>The desks that the person's permissions open, each once.</summary>
    public static IReadOnlyList<NavigationLink> DesksOf(ActContext act) =>
        [.. Desks.Where(desk => act.Can(desk.Permission)).Select(desk => desk.Link).Distinct()];
}
