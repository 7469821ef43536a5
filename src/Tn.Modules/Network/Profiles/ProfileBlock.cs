using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Network.Profiles;

/// <summary>In the personal space: whether one's page in the directory is public, and where to change it.</summary>
internal sealed class ProfileBlock(TnDbContext db, Texts texts) : IPersonalSpaceBlock
{
    public int Order => 60;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return null;
        }

        var profile = await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, cancellationToken);
        if (profile is null)
        {
            return null;
        }

        return new PersonalSpaceBlock(
            texts["Ma fiche dans l’annuaire"],
            profile.IsPublic ? texts["Votre fiche est publique : vous choisissez, ligne par ligne, ce qu’on y lit."] : texts["Votre fiche n’est pas publiée : personne ne vous trouve dans l’annuaire."],
            profile.IsPublic ? texts["Modifier ma fiche"] : texts["Choisir ce que le public peut lire"],
            "/mon-profil",
            profile.IsPublic ? [new ProgressLine(texts["Voir ma fiche comme le public"], $"/annuaire/{profile.Slug}")] : []);
    }
}
