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

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

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

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var files = new List<ConsultantFile>();
        foreach (var state in new[] { PathState.InTraining, PathState.ExamOpen, PathState.ExamRetake })
        {
            files.AddRange(await path.InStateAsync(state, 0, 500, cancellationToken));
        }

        Candidates = [.. files.OrderBy(file => file.Number, StringComparer.Ordinal).Select(file => new SelectListItem($"{file.Number}, {file.DisplayName}", file.Number))];
    }
}
