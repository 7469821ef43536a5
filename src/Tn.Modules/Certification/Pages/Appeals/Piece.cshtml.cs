using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Appeals;
using Tn.Certification.Papers;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Appeals;

/// <summary>The document sent with an appeal, to its author, its panel and the committee; to others it does not exist.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class PieceModel(AppealQueries queries, PaperDesk papers) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var appeal = await queries.FindAsync(new AppealId(id), cancellationToken);
        if (appeal is null || !(appeal.Appellant == Act.Person || AppealDoor.IsOpenTo(Act, appeal)))
        {
            return NotFound();
        }

        return await papers.HandOutAsync(appeal.Paper, cancellationToken) is { } file ? file : NotFound();
    }
}

/// <summary>Who reads an appeal besides its author: its panel, and the committee that says whether it is admissible.</summary>
internal static class AppealDoor
{
    public static bool IsOpenTo(ActContext act, Appeal appeal) =>
        appeal.Appellant != act.Person && (act.Can(Permission.DecideSanctions) || (act.Can(Permission.HearAppeals) && appeal.Panel.Any(seat => seat.Member == act.Person)));
}
