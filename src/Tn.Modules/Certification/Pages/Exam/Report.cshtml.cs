using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Where a candidate says that something went wrong, during the sitting or before its result is published.</summary>
[Needs(Permission.ApplyAsConsultant)]
[ResponseCache(NoStore = true)]
internal sealed class ReportModel(ExamQueries queries, ReportIncident report, Sentences sentences) : TnPageModel
{
    [FromRoute(Name = "sitting")]
    public Guid SittingValue { get; set; }

    [BindProperty]
    public IncidentForm Input { get; set; } = new();

    public Sitting Sitting { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<IncidentKind>()
        .Where(kind => kind != IncidentKind.Fraud)
        .Select(kind => new SelectListItem(sentences.Label(kind), kind.ToString()));

    public string Back => Sitting.Status == SittingStatus.Open
        ? $"/mon-parcours/epreuve/{SittingValue}/{(Input.Position is { } place && place >= 1 && place <= Sitting.ItemCount ? place : 1)}"
        : "/mon-parcours/epreuve";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "question")] string? question, CancellationToken cancellationToken)
    {
        Input.Position = int.TryParse(question, out var place) ? place : null;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var reported = await report.ReportAsync(Sitting.Id, new IncidentReport(Input.Kind!.Value, Input.Position, Input.Text), Act, cancellationToken);
        if (reported.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "exam.incident-item" ? "Input.Position" : string.Empty);
            return Page();
        }

        Confirm("Votre signalement est enregistré. Le comité le lira avant de publier le résultat.");
        return Redirect(Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.OwnAsync(new SittingId(SittingValue), Act.Person, cancellationToken) is not { } sitting)
        {
            return false;
        }

        Sitting = sitting;
        return true;
    }
}

/// <summary>An incident as typed.</summary>
internal sealed class IncidentForm
{
    [Required(ErrorMessage = "Choisissez de quoi il s’agit.")]
    public IncidentKind? Kind { get; set; }

    public int? Position { get; set; }

    [Required(ErrorMessage = "Dites ce qui s’est passé."), StringLength(Incident.TextLimit, ErrorMessage = "Dites-le en 2 000 signes au plus.")]
    public string? Text { get; set; }
}
