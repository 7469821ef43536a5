using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Complaints;
using Tn.Certification.Pages.Appeals;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Complaints;

/// <summary>One complaint before the committee.</summary>
[Needs(Permission.DecideSanctions)]
internal sealed class FileModel(ExamineComplaint examine, ComplaintQueries queries, IConsultantPath path, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ReasonForm Refusal { get; private set; } = new();

    public ComplaintDecisionForm Decision { get; private set; } = new();

    public Complaint Complaint { get; private set; } = null!;

    public string? SanctionUrl { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAdmitAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => examine.AdmitAsync(new ComplaintId(Id), Act, cancellationToken), Texts.Key("La réclamation est recevable : le consultant est invité à répondre."), string.Empty, cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync([Bind(Prefix = "Refusal")] ReasonForm refusal, CancellationToken cancellationToken)
    {
        Refusal = refusal;
        return AnswerAsync(() => examine.DeclareInadmissibleAsync(new ComplaintId(Id), refusal.Reason ?? string.Empty, Act, cancellationToken), Texts.Key("La réclamation est irrecevable ; son auteur est prévenu."), "Refusal.Reason", cancellationToken);
    }

    public Task<IActionResult> OnPostDecideAsync([Bind(Prefix = "Decision")] ComplaintDecisionForm decision, CancellationToken cancellationToken)
    {
        Decision = decision;
        return AnswerAsync(() => examine.DecideAsync(new ComplaintId(Id), decision.Choice!.Value, decision.Reason!, Act, cancellationToken), Texts.Key("La décision est rendue ; les deux parties sont prévenues."), "Decision.Reason", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Func<Task<Outcome>> act, string confirmation, string field, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await act()).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "complaint.reason-missing" ? field : string.Empty);
            return Page();
        }

        Confirm(confirmation);
        return Redirect($"/comites/reclamations/{Id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.FindAsync(new ComplaintId(Id), Act, cancellationToken), out var complaint, out var answer))
        {
            return answer;
        }

        Complaint = complaint;
        Choices = [.. new[] { ComplaintTrigger.Dismiss, ComplaintTrigger.Remind, ComplaintTrigger.ProposeSanction }
            .Where(complaint.May)
            .Select(choice => new SelectListItem(sentences.Of($"complaint.trigger.{Kebab.Of(choice)}"), choice.ToString()))];
        SanctionUrl = (await path.FindAsync(complaint.Holder, cancellationToken)) is { } file ? $"/comites/partenaires-prives/{file.Number}/certificat" : null;
        return null;
    }
}

/// <summary>A decision on a complaint as typed.</summary>
internal sealed class ComplaintDecisionForm
{
    [Required(ErrorMessage = "Choisissez une décision.")]
    public ComplaintTrigger? Choice { get; set; }

    [Required(ErrorMessage = "Donnez les motifs : les deux parties les liront."), StringLength(4000, ErrorMessage = "Les motifs tiennent en 4 000 signes.")]
    public string? Reason { get; set; }
}
