using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.CaseStudies;
using Tn.Certification.Papers;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.CaseStudies;

/// <summary>The document handed in, to its author, its markers and, once it is marked, the jury; to others it does not exist.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class PieceModel(CaseStudyQueries queries, PaperDesk papers) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var work = await queries.FindAsync(new CaseStudyId(id), cancellationToken);
        if (work is null || !MayRead(work, Act))
        {
            return NotFound();
        }

        return await papers.HandOutAsync(work.Paper, cancellationToken) is { } file ? file : NotFound();
    }

    private static bool MayRead(CaseStudy work, ActContext act) =>
        work.Candidate == act.Person
        || (act.Can(Permission.MarkCaseStudies) && work.Markers.Any(seat => seat.Marker == act.Person))
        || (act.Can(Permission.SitInJury) && work.State == CaseStudyState.Marked);
}
