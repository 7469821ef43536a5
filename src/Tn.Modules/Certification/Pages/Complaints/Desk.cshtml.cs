using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Complaints;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Complaints;

/// <summary>The committee's list of complaints.</summary>
[Needs(Permission.DecideSanctions)]
internal sealed class DeskModel(ComplaintQueries queries) : TnPageModel
{
    [FromQuery]
    public int P { get; set; } = 1;

    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        P = Math.Clamp(P, 1, 10_000);
        var found = await queries.PageAsync(P, Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        (Complaints, Total) = found.Value;
        return Page();
    }
}
