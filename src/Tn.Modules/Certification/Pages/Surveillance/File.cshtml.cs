using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Surveillance;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Surveillance;

/// <summary>One control before the committee: declarations, findings, conclusion.</summary>
[Needs(Permission.DecideSanctions)]
internal sealed class FileModel(ConcludeControl conclude, SurveillanceQueries queries, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ConclusionForm Input { get; set; } = new();

    public Control Control { get; private set; } = null!;

    public IReadOnlyList<YearlyDeclaration> Declarations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await conclude.ConcludeAsync(new ControlId(Id), Input.Conclusion!.Value, Input.Findings!, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm("La conclusion est enregistrée et notifiée.");
        return Redirect($"/comites/surveillance/{Id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.FindAsync(new ControlId(Id), Act, cancellationToken), out var control, out var answer))
        {
            return answer;
        }

        Control = control;
        Declarations = [.. (await queries.DeclarationsOfAsync(control.Holder, cancellationToken)).Where(one => one.Certificate == control.Certificate)];
        Choices = [.. new[] { ControlTrigger.Clear, ControlTrigger.Prescribe, ControlTrigger.ProposeSanction }
            .Where(control.May)
            .Select(choice => new SelectListItem(sentences.Of($"control.trigger.{Kebab.Of(choice)}"), choice.ToString()))];
        return null;
    }
}

/// <summary>A conclusion as typed.</summary>
internal sealed class ConclusionForm
{
    [Required(ErrorMessage = "Choisissez une conclusion.")]
    public ControlTrigger? Conclusion { get; set; }

    [Required(ErrorMessage = "Écrivez vos constats : le consultant les lira."), StringLength(4000, ErrorMessage = "Les constats tiennent en 4 000 signes.")]
    public string? Findings { get; set; }
}
