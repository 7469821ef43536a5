using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Appeals;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Appeals;

/// <summary>One appeal: its reasons, the contested decision, admissibility for the committee, votes for the panel.</summary>
[Needs(Permission.HearAppeals)]
internal sealed class HearingModel(HearAppeal hear, AppealQueries queries, JuryQueries juries, CertificateQueries certificates) : TnPageModel
{
    public IReadOnlyList<SelectListItem> Choices => [new(T["Annuler la décision contestée"], "Overturn"), new(T["Confirmer la décision contestée"], "Uphold")];

    [FromRoute]
    public Guid Id { get; set; }

    // One form at a time is posted: each handler binds its own.
    public ReasonForm Refusal { get; private set; } = new();

    public ReasonForm Aside { get; private set; } = new();

    public AppealVoteForm Vote { get; private set; } = new();

    public Appeal Appeal { get; private set; } = null!;

    public JuryCase? Contested { get; private set; }

    public CertificateFact? Sanction { get; private set; }

    public AppealVote? Mine { get; private set; }

    public bool MayAdmit { get; private set; }

    public bool MayVote { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAdmitAsync(CancellationToken cancellationToken) => AnswerAsync(
        () => hear.AdmitAsync(new AppealId(Id), RandomNumberGenerator.GetInt32(int.MaxValue), Act, cancellationToken),
        Texts.Key("Le recours est recevable : la formation est tirée au sort et prévenue."), string.Empty, cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync([Bind(Prefix = "Refusal")] ReasonForm refusal, CancellationToken cancellationToken)
    {
        Refusal = refusal;
        return AnswerAsync(() => hear.DeclareInadmissibleAsync(new AppealId(Id), refusal.Reason ?? string.Empty, Act, cancellationToken), Texts.Key("Le recours est déclaré irrecevable, et la personne prévenue."), "Refusal.Reason", cancellationToken);
    }

    public Task<IActionResult> OnPostVoteAsync([Bind(Prefix = "Vote")] AppealVoteForm vote, CancellationToken cancellationToken)
    {
        Vote = vote;
        return AnswerAsync(() => hear.VoteAsync(new AppealId(Id), vote.Choice == "Overturn", vote.Reason ?? string.Empty, Act, cancellationToken), Texts.Key("Votre vote est enregistré."), "Vote.Reason", cancellationToken);
    }

    public Task<IActionResult> OnPostStandAsideAsync([Bind(Prefix = "Aside")] ReasonForm aside, CancellationToken cancellationToken)
    {
        Aside = aside;
        return AnswerAsync(() => hear.StandAsideAsync(new AppealId(Id), aside.Reason ?? string.Empty, Act, cancellationToken), Texts.Key("Votre déport est enregistré."), "Aside.Reason", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Func<Task<Outcome>> act, string confirmation, string field, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await act()).IsRefused(out var refusal))
        {
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
            {
                return Denied(refusal);
            }

            Explain(refusal, refusal.Code.Contains("reason", StringComparison.Ordinal) ? field : string.Empty);
            return Page();
        }

        Confirm(confirmation);
        // Who stood aside no longer reads the appeal.
        return Redirect(Act.Can(Permission.DecideSanctions) ? $"/comites/jury/recours/{Id}" : "/comites/jury/recours");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (await queries.FindAsync(new AppealId(Id), cancellationToken) is not { } appeal || !AppealDoor.IsOpenTo(act, appeal))
        {
            return false;
        }

        Appeal = appeal;
        Mine = appeal.Votes.FirstOrDefault(vote => vote.Member == act.Person);
        MayAdmit = appeal.State == AppealState.Lodged && act.Can(Permission.DecideSanctions);
        MayVote = appeal.State == AppealState.BeforePanel && appeal.Panel.Any(seat => seat.Member == act.Person);
        Contested = appeal.Ground == AppealGround.Rejected ? await juries.LastDecidedAsync(appeal.Appellant, appeal.ContestedAt, cancellationToken) : null;
        Sanction = appeal.Ground is AppealGround.Suspended or AppealGround.Withdrawn ? await SanctionAsync(appeal, cancellationToken) : null;
        return true;
    }

    private async Task<CertificateFact?> SanctionAsync(Appeal appeal, CancellationToken cancellationToken) =>
        (await certificates.OfAsync(appeal.Appellant, cancellationToken))
            .SelectMany(view => view.Facts)
            .Where(fact => fact.Kind is FactKind.Suspended or FactKind.Withdrawn)
            .MinBy(fact => (fact.At - appeal.ContestedAt).Duration());
}

/// <summary>A reason as typed.</summary>
internal sealed class ReasonForm
{
    public string? Reason { get; set; }
}

/// <summary>A vote of the panel as typed.</summary>
internal sealed class AppealVoteForm
{
    [Required(ErrorMessage = "Choisissez une décision."), RegularExpression("Overturn|Uphold", ErrorMessage = "Choisissez parmi ce qui est proposé.")]
    public string? Choice { get; set; }

    [Required(ErrorMessage = "Donnez vos raisons : la personne les lira."), StringLength(4000, ErrorMessage = "Vos raisons tiennent en 4 000 signes.")]
    public string? Reason { get; set; }
}
