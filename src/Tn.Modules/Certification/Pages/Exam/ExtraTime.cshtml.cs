using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Exam;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Where an instructor grants a candidate more time.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class ExtraTimeModel(GrantExtraTime grant, IConsultantPath path) : TnPageModel
{
    [BindProperty]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public int Percent { get; set; } = 33;

    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await path.FindByNumberAsync(Number, cancellationToken) is { } file)
        {
            var granted = await grant.GrantAsync(file.Person, Percent, Act, cancellationToken);
            if (granted.IsDone)
            {
                Confirm($"{file.DisplayName} aura {Percent} % de temps en plus à ses prochaines épreuves.");
                return Redirect("/comites/partenaires-prives/amenagements");
            }

            Explain(granted.Refusal!, nameof(Percent));
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var candidates = await grant.CandidatesAsync(Act, cancellationToken);
        if (candidates.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        Candidates = [.. candidates.Value.Select(file => new SelectListItem($"{file.Number}, {file.DisplayName}", file.Number))];
        return Page();
    }
}
