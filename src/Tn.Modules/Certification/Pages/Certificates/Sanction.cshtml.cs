using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Certificates;

/// <summary>A file's certificate as the committee sees it: its history, and what can be decided of it.</summary>
[Needs(Permission.DecideSanctions)]
internal sealed class SanctionModel(DecideSanction decide, CertificateQueries queries, IProgrammeRules rules, ComplaintQueries complaints, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public SanctionForm Input { get; set; } = new();

    public ConsultantFile Consultant { get; private set; } = null!;

    public CertificateView? View { get; private set; }

    public CertificateStanding Standing { get; private set; }

    public bool IsIntact { get; private set; }

    public string MaximumMonths { get; private set; } = string.Empty;

    /// <summary>Complaints about this consultant that propose a sanction.</summary>
    public IReadOnlyList<Complaint> Proposals { get; private set; } = [];

    public IReadOnlyList<SelectListItem> KindItems { get; private set; } = [];

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

        var sanction = new Sanction(Input.Kind!.Value, Input.Article!, Input.Reason!, Input.Kind == FactKind.Suspended ? Input.Until : null);
        if ((await decide.DecideAsync(Consultant.Person, sanction, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "certification.suspension-length" ? "Input.Until" : string.Empty);
            return Page();
        }

        Confirm("La décision est prise et notifiée.");
        return Redirect($"/comites/partenaires-prives/{Consultant.Number}/certificat");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await decide.FindAsync(Number, Act, cancellationToken), out var file, out var answer))
        {
            return answer;
        }

        var today = French.Day(Act.At);
        Consultant = file;
        // The permission that opened the file opens its complaints.
        Proposals = (await complaints.ProposalsAsync(file.Person, Act, cancellationToken)).Value;
        View = (await queries.OfAsync(file.Person, cancellationToken)) is [var newest, ..] ? newest : null;
        MaximumMonths = (await rules.FindAsync(RuleKeys.SuspensionMaximumMonths, today, cancellationToken)).Value;
        if (View is not null)
        {
            Standing = View.StandingOn(today);
            IsIntact = CertificateFact.IsIntact(View.Facts);
            KindItems = [.. DecideSanction.Fitting(Standing).Select(kind => new SelectListItem(sentences.Of($"certification.decide.{kind.ToString().ToLowerInvariant()}"), kind.ToString()))];
        }

        return null;
    }
}

/// <summary>A decision as typed.</summary>
internal sealed class SanctionForm
{
    [Required(ErrorMessage = "Choisissez une décision.")]
    public FactKind? Kind { get; set; }

    [Required(ErrorMessage = "Citez l’article."), StringLength(200, ErrorMessage = "L’article se cite en 200 signes.")]
    public string? Article { get; set; }

    [Required(ErrorMessage = "Donnez les motifs : le consultant les lira."), StringLength(2000, ErrorMessage = "Les motifs tiennent en 2 000 signes.")]
    public string? Reason { get; set; }

    public DateOnly? Until { get; set; }
}
