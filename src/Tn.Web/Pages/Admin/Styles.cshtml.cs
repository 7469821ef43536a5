using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Hosting;
using Tn.Contracts;
using Tn.Platform.Web;

namespace Tn.Web.Pages.Admin;

/// <summary>Every component on one page, for those who draw them. It exists in Development only.</summary>
[IgnoreAntiforgeryToken]
internal sealed class StylesModel(IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public StylesInput Input { get; set; } = new();

    public IReadOnlyList<ThreadStep> Path { get; } =
    [
        new("Recensement", ThreadKnot.Done, Date: "déposé le 3 novembre 2026"),
        new("Recevabilité", ThreadKnot.Done, Date: "acceptée le 12 novembre 2026"),
        new("Charte", ThreadKnot.Done, Url: "/charte", Date: "signée le 13 novembre 2026"),
        new("Autoformation", ThreadKnot.Here, "Il vous reste une formation à terminer avant l’épreuve. Vous avez la main, sans délai imposé (article 3).", "/formations"),
        new("Épreuve de connaissances", ThreadKnot.Blocked, "S’ouvre quand vos quatre formations sont terminées."),
        new("Jury", ThreadKnot.Next),
        new("Certificat", ThreadKnot.Next),
    ];

    public IReadOnlyList<ThreadStep> Lessons { get; } =
    [
        new("Lire une page de résultats", ThreadKnot.Done, Url: "/formations"),
        new("Tenir la fiche d’établissement", ThreadKnot.Done, Url: "/formations"),
        new("Un site utile en cinq pages", ThreadKnot.Here, Url: "/formations"),
        new("Recueillir les avis", ThreadKnot.Next, Url: "/formations"),
        new("Mesurer ce qui compte", ThreadKnot.Next, Url: "/formations"),
    ];

    public IReadOnlyList<SelectListItem> DepartmentChoices { get; } =
        [new("Choisissez", ""), .. Departments.All.Select(department => new SelectListItem(department.Label, department.Code))];

    public IReadOnlyList<SelectListItem> AxisChoices { get; } = [.. Axes.All.Select(axis => new SelectListItem(axis.Name, axis.Key))];

    public IReadOnlyList<SelectListItem> Votes { get; } = [new("Pour", "pour"), new("Contre", "contre"), new("Abstention", "abstention")];

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        ModelState.AddModelError("Input.Siret", "Ce SIRET n’a pas la bonne clé : relisez les 14 chiffres sur votre avis de situation.");
        return Page();
    }
}

/// <summary>One value for every kind of field.</summary>
internal sealed class StylesInput
{
    public string Email { get; set; } = "";

    public string? Siret { get; set; }

    public DateOnly? BirthOfFirm { get; set; }

    public string? Reason { get; set; }

    public string? Department { get; set; }

    public string? Vote { get; set; }

    public IReadOnlyList<string> Axes { get; set; } = [];

    public bool Accepts { get; set; }
}
