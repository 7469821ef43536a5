using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Appeals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Appeals;

/// <summary>The appeals: those entrusted to me; for the committee, all of them.</summary>
[Needs(Permission.HearAppeals)]
internal sealed class DeskModel(AppealQueries queries) : TnPageModel
{
    [FromQuery]
    public int P { get; set; } = 1;

    public IReadOnlyList<Appeal> ForMe { get; private set; } = [];

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    public int Total { get; private set; }

    public bool SeesAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        P = Math.Clamp(P, 1, 10_000);
        var mine = await queries.ForMemberAsync(Act, cancellationToken);
        if (mine.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        ForMe = mine.Value;
        // Who hears appeals without sitting in the committee reads those entrusted, and no other.
        var all = await queries.PageAsync(P, Act, cancellationToken);
        SeesAll = all.IsDone;
        if (SeesAll)
        {
            (Appeals, Total) = all.Value;
        }

        return Page();
    }
}
