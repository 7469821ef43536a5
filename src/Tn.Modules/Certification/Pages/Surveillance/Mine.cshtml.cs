using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Surveillance;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Surveillance;

/// <summary>The holder's yearly declaration, prefilled, and the answer to a control's prescriptions.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MineModel(DeclareYear declare, SurveillanceQueries queries) : TnPageModel
{
    // One form at a time is posted: each handler binds its own.
    public DeclarationForm Input { get; private set; } = new();

    public ControlAnswerForm Answer { get; private set; } = new();

    /// <summary>The oldest that waits, or null.</summary>
    public YearlyDeclaration? Expected { get; private set; }

    public IReadOnlyList<YearlyDeclaration> Earlier { get; private set; } = [];

    public IReadOnlyList<Control> Controls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Expected is not null)
        {
            (Input.Trainings, Input.Ties) = await queries.PrefillAsync(Expected, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostDeclareAsync([Bind(Prefix = "Input")] DeclarationForm input, CancellationToken cancellationToken)
    {
        Input = input;
        await ShowAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Reply(await declare.DeclareAsync(Expected?.Id ?? default, input.ToYear(), Act, cancellationToken), Texts.Key("Votre déclaration est enregistrée."), string.Empty);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, [Bind(Prefix = "Answer")] ControlAnswerForm answer, CancellationToken cancellationToken)
    {
        Answer = answer;
        await ShowAsync(cancellationToken);
        return Reply(await declare.AnswerAsync(new ControlId(id), answer.Text ?? string.Empty, Act, cancellationToken), Texts.Key("Votre réponse est transmise au comité."), "Answer.Text");
    }

    private IActionResult Reply(Outcome outcome, string confirmation, string field)
    {
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code switch
            {
                "control.answer" => field,
                "declaration.insurance-ended" => "Input.InsuredUntil",
                "declaration.missions" => "Input.Missions",
                _ => string.Empty,
            });
            return Page();
        }

        Confirm(confirmation);
        return Redirect("/mon-parcours/declaration");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var all = await queries.DeclarationsOfAsync(Act.Person, cancellationToken);
        Expected = all.LastOrDefault(one => one.State is DeclarationState.Due or DeclarationState.Missing);
        Earlier = [.. all.Where(one => one.Declared is not null)];
        Controls = await queries.ControlsOfAsync(Act.Person, cancellationToken);
    }
}

/// <summary>A declaration as typed.</summary>
internal sealed class DeclarationForm
{
    [Required(ErrorMessage = "Citez au moins une formation : la charte en demande chaque année.")]
    public string? Trainings { get; set; }

    [Required(ErrorMessage = "Donnez un nombre de missions, zéro compris.")]
    public int? Missions { get; set; }

    [Required(ErrorMessage = "Citez vos liens commerciaux, ou écrivez « Aucun ».")]
    public string? Ties { get; set; }

    [Required(ErrorMessage = "Donnez la date de fin de votre assurance.")]
    public DateOnly? InsuredUntil { get; set; }

    public DeclaredYear ToYear() => new(Trainings!.Trim(), Missions!.Value, Ties!.Trim(), InsuredUntil!.Value);
}

/// <summary>An answer to prescriptions as typed.</summary>
internal sealed class ControlAnswerForm
{
    public string? Text { get; set; }
}

/// <summary>How a control's state is coloured, always with its word.</summary>
internal static class SurveillanceKinds
{
    public static string Of(ControlState state) => state switch
    {
        ControlState.Cleared => "success",
        ControlState.Prescribed => "warning",
        ControlState.SanctionProposed => "danger",
        _ => "info",
    };
}
