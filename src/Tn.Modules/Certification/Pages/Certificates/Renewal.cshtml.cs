using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Certificates;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Certificates;

/// <summary>Where the holder asks for a new term.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class RenewalModel(RequestRenewal request, ICertificates certificates, IConsultantPath path, IProgrammeRules rules) : TnPageModel
{
    public CertificateCard? Current { get; private set; }

    public PathState? State { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>The day the window opens, while it is to come.</summary>
    public DateOnly? Opens { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var asked = await request.RequestAsync(Act, cancellationToken);
        if (asked.IsDone)
        {
            Confirm("Votre demande de renouvellement est devant le jury.");
            return Redirect("/mon-parcours/renouvellement");
        }

        Explain(asked.Refusal!);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        Today = French.Day(act.At);
        Current = await certificates.CurrentOfAsync(act.Person, Today, cancellationToken);
        State = (await path.FindAsync(act.Person, cancellationToken))?.State;
        var window = await rules.FindAsync(RuleKeys.RenewalWindowDays, Today, cancellationToken);
        Opens = Current is { Standing: CertificateStanding.Valid or CertificateStanding.ValidOnProbation } && State is PathState.Certified or PathState.Probationary
            ? Current!.Until.AddDays(-window.Number)
            : null;
    }
}
