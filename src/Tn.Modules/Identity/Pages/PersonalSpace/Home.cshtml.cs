using Microsoft.AspNetCore.Authorization;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.PersonalSpace;

/// <summary>Where one comes back to: what can be continued, what is due, what was said, and the doors of one's roles.</summary>
[Authorize]
internal sealed class HomeModel(IEnumerable<IPersonalSpaceBlock> modules) : TnPageModel
{
    // A null permission is everybody's.
    private static readonly IReadOnlyList<(Permission? Permission, Shortcut Shortcut)> All =
    [
        (Permission.ApplyAsConsultant, new("/mon-parcours", "Mon parcours de consultant")),
        (Permission.ReviewContent, new("/comites/pedagogique", "Comité pédagogique")),
        (Permission.ManageCentres, new("/comites/centres-de-ressources", "Comité des centres de ressources")),
        (Permission.InstructDossiers, new("/comites/partenaires-prives", "Comité des partenaires privés")),
        (Permission.ManagePeople, new("/admin", "Administration")),
        (null, new("/formations", "Formations")),
        (null, new("/webinaires", "Webinaires")),
        (null, new("/annuaire", "Réseau d’expertise")),
        (null, new("/mon-profil", "Mon profil")),
        (null, new("/compte/securite", "Sécurité du compte")),
        (null, new("/mes-donnees", "Mes données")),
    ];

    public string DisplayName { get; private set; } = string.Empty;

    public IReadOnlyList<PersonalSpaceBlock> Blocks { get; private set; } = [];

    public IReadOnlyList<Shortcut> Shortcuts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        DisplayName = act.ActorName;
        Shortcuts = [.. All.Where(one => one.Permission is not { } permission || act.Can(permission)).Select(one => one.Shortcut)];

        // One after the other: they share the request's database context.
        var blocks = new List<PersonalSpaceBlock>();
        foreach (var module in modules.OrderBy(module => module.Order))
        {
            if (await module.ForAsync(act, cancellationToken) is { } block)
            {
                blocks.Add(block);
            }
        }

        Blocks = blocks;
    }

    internal sealed record Shortcut(string Path, string Label);
}
