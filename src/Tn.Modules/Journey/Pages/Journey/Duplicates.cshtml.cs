using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>All pairs of files that look alike, the most alike first.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DuplicatesModel(DuplicateFinder finder) : TnPageModel
{
    public int Number { get; private set; } = 1;

    public DuplicatePage Pairs { get; private set; } = new([], 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        Number = int.TryParse(page, out var number) ? Math.Max(1, number) : 1;
        var found = await finder.PairsAsync(Number, Act, cancellationToken);
        if (found.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Pairs = found.Value;
        return Page();
    }
}
