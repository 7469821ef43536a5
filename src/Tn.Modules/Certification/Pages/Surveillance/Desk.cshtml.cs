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

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        P = Math.Clamp(P, 1, 10_000);
        (Controls, Total) = await queries.PageAsync(P, cancellationToken);
        Missing = await queries.MissingAsync(cancellationToken);
    }
}
