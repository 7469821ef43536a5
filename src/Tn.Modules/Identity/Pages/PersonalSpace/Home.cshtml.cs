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
        (Permission.ApplyAsConsultant, new("/mon-parcours", Texts.Key("Mon parcours de consultant"))),
        (Permission.ReviewContent, new("/comites/pedagogique", Texts.Key("Comité pédagogique"))),
        (Permission.ManageCentres, new("/comites/centres-de-ressources", Texts.Key("Comité des centres de ressources"))),
        (Permission.InstructDossiers, new("/comites/partenaires-prives", Texts.Key("Comité des partenaires privés"))),
        (Permission.ManagePeople, new("/admin", Texts.Key("Administration"))),
        (null, new("/formations", Texts.Key("Formations"))),
        (null, new("/webinaires", Texts.Key("Webinaires"))),
        (null, new("/annuaire", Texts.Key("Réseau d’expertise"))),
        (null, new("/mon-profil", Texts.Key("Mon profil"))),
        (null, new("/compte/securite", Texts.Key("Sécurité du compte"))),
        (null, new("/mes-donnees", Texts.Key("Mes données"))),
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
