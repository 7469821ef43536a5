using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The invigilated sessions, and the planning of one.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class SessionsModel(SessionQueries queries, PlanSession plan) : TnPageModel
{
    [BindProperty]
    public SessionForm Input { get; set; } = new();

    public IReadOnlyList<SessionLine> Lines { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellationToken) => ShowAsync(page, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var planned = await plan.PlanAsync(new SessionPlan(Input.HeldOn!.Value, Input.Room!, Input.Invigilator!, Input.Numbers!), Act, cancellationToken);
            if (planned.IsDone)
            {
                Confirm($"La séance du {T.Date(Input.HeldOn.Value)} est prévue ; chacun est prévenu.");
                return Redirect($"/epreuves/seances/{planned.Value}");
            }

            Explain(planned.Refusal!, FieldOf(planned.Refusal!));
        }

        return await ShowAsync(page, cancellationToken);
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "exam.session-in-the-past" => "Input.HeldOn",
        "exam.no-such-invigilator" => "Input.Invigilator",
        "exam.session-candidates" or "exam.session-candidate" => "Input.Numbers",
        _ => string.Empty,
    };

    private async Task<IActionResult> ShowAsync(string? page, CancellationToken cancellationToken)
    {
        Number = int.TryParse(page, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1;
        var found = await queries.ListAsync(Number, Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        (Lines, Total) = found.Value;
        return Page();
    }
}

/// <summary>A session as typed.</summary>
internal sealed class SessionForm
{
    [Required(ErrorMessage = "Choisissez un jour.")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "Dites l’heure et le lieu."), StringLength(300, ErrorMessage = "L’heure et le lieu tiennent en 300 signes.")]
    public string? Room { get; set; }

    [Required(ErrorMessage = "Donnez l’adresse électronique du surveillant."), StringLength(200, ErrorMessage = "L’adresse tient en 200 signes.")]
    public string? Invigilator { get; set; }

    [Required(ErrorMessage = "Donnez au moins un numéro de dossier."), StringLength(2000, ErrorMessage = "La liste tient en 2 000 signes.")]
    public string? Numbers { get; set; }
}
