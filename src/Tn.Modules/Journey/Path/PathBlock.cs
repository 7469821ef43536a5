using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>The path in the personal space: its sentence and its button.</summary>
internal sealed class PathBlock(TnDbContext db, PathSentence sentence, Texts texts) : IPersonalSpaceBlock
{
    public int Order => 20;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.ApplyAsConsultant) || act.Actor is not { } person)
        {
            return null;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        var action = PathSentence.ActionOf(dossier?.State);
        return new PersonalSpaceBlock(
            texts["Mon parcours"],
            await sentence.OfAsync(dossier, cancellationToken),
            action?.Url is null ? texts["Ouvrir mon parcours"] : texts[action.Label],
            action?.Url ?? "/mon-parcours",
            []);
    }
}
