using Microsoft.AspNetCore.Http;
using Tn.Kernel;

namespace Tn.Themes.Encre;

/// <summary>A link of the layout.</summary>
internal sealed record NavigationLink(string Title, string Url)
{
    /// <summary><c>page</c> on the page itself, <c>true</c> on a page below, null elsewhere.</summary>
    public string? Current(HttpRequest request) =>
        request.Path.Equals(Url, StringComparison.OrdinalIgnoreCase) ? "page"
        : request.Path.StartsWithSegments(Url, StringComparison.OrdinalIgnoreCase) ? "true"
        : null;
}

/// <summary>Where the layout leads.</summary>
internal static class Navigation
{
    public static readonly IReadOnlyList<NavigationLink> Main =
    [
        new("Formations", "/formations"),
        new("Ressources", "/ressources"),
        new("Webinaires", "/webinaires"),
        new("Annuaire", "/annuaire"),
        new("Certification", "/certification"),
        new("Vérifier un certificat", "/verifier"),
    ];

    public static readonly IReadOnlyList<NavigationLink> Foot =
    [
        new("Le programme", "/programme"),
        new("Indicateurs", "/programme/indicateurs"),
        new("Chartes", "/charte"),
        new("Actualités", "/actualites"),
        new("Plan du site", "/plan-du-site"),
        new("Accessibilité", "/accessibilite"),
        new("Données personnelles", "/donnees-personnelles"),
        new("Mentions légales", "/mentions-legales"),
    ];

    private static readonly IReadOnlyList<(Permission Permission, NavigationLink Link)> Desks =
    [
        (Permission.ApplyAsConsultant, new("Mon parcours", "/mon-parcours")),
        (Permission.ReviewContent, new("Comité pédagogique", "/comites/pedagogique")),
        (Permission.InstructDossiers, new("Comité des partenaires privés", "/comites/partenaires-prives")),
        (Permission.SitInJury, new("Jury", "/comites/jury")),
        (Permission.ManageCentres, new("Comité des centres de ressources", "/comites/centres-de-ressources")),
        (Permission.ManagePeople, new("Administration", "/admin")),
        (Permission.ManageContent, new("Administration", "/admin")),
    ];

    /// <summary>The desks that the person's permissions open, each once.</summary>
    public static IReadOnlyList<NavigationLink> DesksOf(ActContext act) =>
        [.. Desks.Where(desk => act.Can(desk.Permission)).Select(desk => desk.Link).Distinct()];
}
