using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Admin;

/// <summary>What one may administer, and nothing else; closed to who may nothing.</summary>
[Authorize]
internal sealed class HomeModel : TnPageModel
{
    private static readonly IReadOnlyList<(Permission Permission, Door Door)> All =
    [
        (Permission.ManagePeople, new("/admin/utilisateurs", Texts.Key("Comptes"), Texts.Key("Trouver un compte, donner ou retirer un rôle, fermer ou rouvrir un compte."))),
        (Permission.ManageContent, new("/admin/contenus", Texts.Key("Contenus"), Texts.Key("Voir tous les contenus et leurs versions."))),
        (Permission.ManageContent, new("/admin/paquets", Texts.Key("Paquets de contenu"), Texts.Key("Installer, mettre à jour, exporter ou retirer des paquets ; échanger des recettes."))),
        (Permission.ManageContent, new("/admin/programmation", Texts.Key("Programmation"), Texts.Key("Ce qui paraît ou se retire à une minute choisie."))),
        (Permission.EditSite, new("/admin/redirections", Texts.Key("Redirections"), Texts.Key("Les adresses qui ont changé, et où elles mènent."))),
        (Permission.ManageContent, new("/admin/medias", Texts.Key("Médiathèque"), Texts.Key("Les images et les documents des textes, leurs licences et leurs usages."))),
        (Permission.ManageIssuerKeys, new("/admin/cles", Texts.Key("Clés de signature"), Texts.Key("Les clés qui signent les certificats numériques ; en mettre de nouvelles en service."))),
        (Permission.ManageJobs, new("/admin/relances", Texts.Key("Relances"), Texts.Key("Qui reçoit quoi, et quel jour ; les envois en échec."))),
        (Permission.ManageJobs, new("/admin/taches", Texts.Key("Tâches de fond"), Texts.Key("Travaux en cours, planifiés et en échec."))),
    ];

    public IReadOnlyList<Door> Doors { get; private set; } = [];

    public IActionResult OnGet()
    {
        var act = Act;
        Doors = [.. All.Where(one => act.Can(one.Permission)).Select(one => one.Door)];
        return Doors.Count == 0 ? Forbid() : Page();
    }

    internal sealed record Door(string Path, string Title, string Sentence);
}
