using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Surveillance;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Surveillance;

/// <summary>The committee's desk: controls opened, declarations missing.</summary>
[Needs(Permission.DecideSanctions)]
internal sealed class DeskModel(SurveillanceQueries queries) : TnPageModel
{
    [FromQuery]
    public int P { get; set; } = 1;

    public IReadOnlyList<Control> Controls { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<YearlyDeclaration> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        P = Math.Clamp(P, 1, 10_000);
        var found = await queries.PageAsync(P, Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        (Controls, Total) = found.Value;
        // The permission that opened the first read opens this one.
        Missing = (await queries.MissingAsync(Act, cancellationToken)).Value;
        return Page();
    }
}
