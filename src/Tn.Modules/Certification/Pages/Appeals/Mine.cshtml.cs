using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Appeals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Appeals;

/// <summary>The candidate's appeals: what can be contested, the form, and where each appeal stands.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MineModel(LodgeAppeal lodge, ContestableDecisions decisions, AppealQueries queries) : TnPageModel
{
    public AppealForm Input { get; private set; } = new();

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    public ContestableDecision? Decision { get; private set; }

    /// <summary>True when what is written completes an appeal found inadmissible.</summary>
    public bool Completes { get; private set; }

    public bool MayWrite { get; private set; }

    public string Contested => AppealKinds.Contested(T, Decision!.Ground, Decision.DecidedAt);

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostLodgeAsync([Bind(Prefix = "Input")] AppealForm input, CancellationToken cancellationToken)
    {
        Input = input;
        if (ModelState.IsValid)
        {
            var lodged = await lodge.LodgeAsync(new AppealText(input.Reasons!, input.Paper), Act, cancellationToken);
            if (lodged.IsDone)
            {
                Confirm("Votre recours est déposé. Nous vous écrirons à chaque étape.");
                return Redirect("/mon-parcours/recours");
            }

            Explain(lodged.Refusal!, FieldOf(lodged.Refusal!));
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAbandonAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await lodge.AbandonAsync(new AppealId(id), Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Votre recours est abandonné.");
        return Redirect("/mon-parcours/recours");
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "appeal.reasons-length" => "Input.Reasons",
        _ when refusal.Code.StartsWith("paper.", StringComparison.Ordinal) || refusal.Code.StartsWith("files.", StringComparison.Ordinal) => "Input.Paper",
        _ => string.Empty,
    };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        Appeals = await queries.OfAsync(act.Person, cancellationToken);
        Decision = await decisions.OfAsync(act.Person, cancellationToken);
        var against = Decision is null ? null : Appeals.FirstOrDefault(appeal => appeal.ContestedAt == Decision.DecidedAt);
        Completes = against is { State: AppealState.Inadmissible };
        MayWrite = Completes || (against is null && Decision?.IsInTime(French.Day(act.At)) == true);
    }
}

/// <summary>An appeal as typed.</summary>
internal sealed class AppealForm
{
    [Required(ErrorMessage = "Donnez vos raisons : elles sont ce que les autres examineront.")]
    public string? Reasons { get; set; }

    public IFormFile? Paper { get; set; }
}

/// <summary>How an appeal's state is coloured, always with its word; and what it contests.</summary>
internal static class AppealKinds
{
    /// <summary>The contested decision in words that follow « contre » or « contester », as the letters say it in French.</summary>
    public static string Contested(Texts texts, AppealGround ground, DateTimeOffset decidedAt)
    {
        var day = texts.ShortDate(French.Day(decidedAt));
        return ground switch
        {
            AppealGround.NotAdmissible => texts[$"la décision de non-recevabilité du {day}"],
            AppealGround.Rejected => texts[$"le refus de certification du {day}"],
            AppealGround.Suspended => texts[$"la suspension du {day}"],
            _ => texts[$"le retrait du {day}"],
        };
    }

    public static string Of(AppealState state) => state switch
    {
        AppealState.Overturned => "success",
        AppealState.Inadmissible => "warning",
        AppealState.Lodged or AppealState.BeforePanel => "info",
        _ => "neutral",
    };
}
