using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Jury;

/// <summary>One file before the jury: what is needed to judge it, the vote, the recusal, the decision.</summary>
[Authorize]
internal sealed class CaseModel(CaseRoom room, CastVote cast, DeclareRecusal declare, DecideCase decide, ExamQueries exams, JuryQueries queries, CaseStudyQueries studies, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    // One form at a time is posted: each handler binds its own, so that the other's empty fields are not faults.
    public VoteForm Vote { get; private set; } = new();

    public RecusalForm Recusal { get; private set; } = new();

    public CaseSession Session { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public CaseStudy? CaseStudy { get; private set; }

    public Certificate? Certificate { get; private set; }

    public RecusalNote? MyRecusal { get; private set; }

    public Ballot? MyBallot { get; private set; }

    public bool MayVote { get; private set; }

    public IEnumerable<SelectListItem> ChoiceItems => Enum.GetValues<JuryChoice>().Select(choice => new SelectListItem(sentences.Label(choice), choice.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostVoteAsync([Bind(Prefix = "Vote")] VoteForm vote, CancellationToken cancellationToken)
    {
        Vote = vote;
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await cast.VoteAsync(new JuryCaseId(Id), vote.ToBallot(), Act, cancellationToken);
        return Answer(outcome, Texts.Key("Votre vote est enregistré."), outcome.Refusal?.Code == "certification.deferral-incomplete" ? "Vote.Prescriptions" : string.Empty);
    }

    public async Task<IActionResult> OnPostRecuseAsync([Bind(Prefix = "Recusal")] RecusalForm recusal, CancellationToken cancellationToken)
    {
        Recusal = recusal;
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        return Answer(await declare.DeclareAsync(new JuryCaseId(Id), recusal.Reason ?? string.Empty, Act, cancellationToken), Texts.Key("Votre déport est enregistré."), "Recusal.Reason");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        return Answer(await decide.DecideAsync(new JuryCaseId(Id), Act, cancellationToken), Texts.Key("La décision est rendue et notifiée."), string.Empty);
    }

    private IActionResult Answer(Outcome outcome, string confirmation, string field)
    {
        if (outcome.IsRefused(out var refusal))
        {
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
            {
                return Denied(refusal);
            }

            Explain(refusal, field);
            return Page();
        }

        Confirm(confirmation);
        return Redirect($"/comites/jury/{Id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!JuryDoor.IsOpenTo(act))
        {
            return Forbid();
        }

        if (await room.EnterAsync(new JuryCaseId(Id), act.At, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        MyRecusal = session.Recusals.GetValueOrDefault(act.Person);
        MyBallot = session.Ballots.GetValueOrDefault(act.Person);
        MayVote = session.Case.IsOpen && act.Can(Permission.SitInJury) && session.MayJudge(act.Person).IsDone;
        Verdict = await exams.LastVerdictAsync(session.Case.Candidate, cancellationToken);
        CaseStudy = await studies.LatestOfAsync(session.Case.Candidate, cancellationToken);
        Certificate = await queries.CertificateOfAsync(session.Case.Id, cancellationToken);
        return null;
    }
}

/// <summary>A vote as typed.</summary>
internal sealed class VoteForm
{
    [Required(ErrorMessage = "Choisissez une décision.")]
    public JuryChoice? Choice { get; set; }

    [Required(ErrorMessage = "Donnez vos raisons : le candidat les lira."), StringLength(4000, ErrorMessage = "Vos raisons tiennent en 4 000 signes.")]
    public string? Reason { get; set; }

    [StringLength(4000, ErrorMessage = "Les prescriptions tiennent en 4 000 signes.")]
    public string? Prescriptions { get; set; }

    public DateOnly? DeferredUntil { get; set; }

    /// <summary>Prescriptions and a day belong to a deferral; elsewhere they are left out.</summary>
    public Ballot ToBallot() => Choice == JuryChoice.Defer
        ? new Ballot(Choice.Value, Reason!.Trim(), Prescriptions?.Trim(), DeferredUntil)
        : new Ballot(Choice!.Value, Reason!.Trim());
}

/// <summary>A recusal as typed.</summary>
internal sealed class RecusalForm
{
    public string? Reason { get; set; }
}
