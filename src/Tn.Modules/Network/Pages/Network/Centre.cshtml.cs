using Microsoft.AspNetCore.Mvc;
using Tn.Network.Centres;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>One centre: where it is, what it does, whom one meets there.</summary>
internal sealed class CentreModel(CentreList centres) : TnPageModel
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public ResourceCentre Centre { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await centres.FindAsync(Slug, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Centre = found;
        return Page();
    }
}
