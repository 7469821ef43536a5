using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>One sitting as the desk sees it: verdicts, incidents, history, decisions. No key, no answer, no text of an item.</summary>
[Needs(Permission.InstructDossiers)]
[ResponseCache(NoStore = true)]
internal sealed class SittingFileModel(
    SittingDesk desk, DecideOnSitting decide, ReportIncident report, SettleIncident settle, ReopenIncident reopen, IProgrammeRules rules, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    // One form at a time is posted: each handler binds its own, so that the other's empty fields are not faults.
    public DecisionForm Decide { get; private set; } = new();

    public SettlementForm Settle { get; private set; } = new();

    public IncidentForm Report { get; private set; } = new();

    public Sitting Sitting { get; private set; } = null!;

    public string Candidate { get; private set; } = string.Empty;

    public Verdict? Verdict { get; private set; }

    public Hold? Held { get; private set; }

    public bool IsWhole { get; private set; }

    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    public IEnumerable<SelectListItem> KindItems => Enum.GetValues<IncidentKind>().Select(kind => new SelectListItem(sentences.Label(kind), kind.ToString()));

    public IEnumerable<SelectListItem> ResolutionItems => Enum.GetValues<IncidentResolution>().Select(resolution => new SelectListItem(sentences.Label(resolution), resolution.ToString()));

    public IEnumerable<SelectListItem> IncidentItems => Incidents
        .Where(incident => incident.Status == IncidentStatus.Reported)
        .Select(incident => new SelectListItem($"{sentences.Label(incident.Kind)}{(incident.Position is { } place ? T[$", question {place}"] : string.Empty)} ({T.Moment(incident.ReportedAt)})", incident.Id.ToString()));

    public IReadOnlyList<SelectListItem> DecisionItems =>
        [.. SittingMachine.From(Sitting.Status).Intersect(DecideOnSitting.Decisions).Select(decision => new SelectListItem(sentences.Label(decision), decision.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostDecideAsync([Bind(Prefix = "Decide")] DecisionForm decision, CancellationToken cancellationToken)
    {
        Decide = decision;
        return await AnswerAsync(
            () => decide.DecideAsync(new SittingId(Id), decision.Decision!.Value, decision.Reason, Act, cancellationToken),
            Texts.Key("La décision est prise."),
            "Decide.Reason",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostSettleAsync([Bind(Prefix = "Settle")] SettlementForm settlement, CancellationToken cancellationToken)
    {
        Settle = settlement;
        return await AnswerAsync(
            () => SettleOneAsync(settlement, cancellationToken),
            Texts.Key("L’incident est réglé."),
            "Settle.Reason",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostReportAsync([Bind(Prefix = "Report")] IncidentForm incident, CancellationToken cancellationToken)
    {
        Report = incident;
        return await AnswerAsync(
            async () => (await report.ReportAsync(new SittingId(Id), new IncidentReport(incident.Kind!.Value, incident.Position, incident.Text), Act, cancellationToken)).Refusal is { } refusal ? refusal : Outcome.Done,
            Texts.Key("L’incident est signalé."),
            "Report.Text",
            cancellationToken);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid incident, CancellationToken cancellationToken) => await AnswerAsync(
        async () => Incidents.Any(one => one.Id.Value == incident) ? await reopen.ReopenAsync(new IncidentId(incident), Act, cancellationToken) : new Refusal("exam.move-not-allowed"),
        Texts.Key("L’incident est rouvert."),
        string.Empty,
        cancellationToken);

    private async Task<Outcome> SettleOneAsync(SettlementForm settlement, CancellationToken cancellationToken) =>
        // An incident of another sitting, or of none, is no incident of this page.
        Incidents.Any(one => one.Id.Value == settlement.Incident)
            ? await settle.SettleAsync(new IncidentId(settlement.Incident!.Value), new Settlement(settlement.Resolution!.Value, settlement.Reason!, settlement.Minutes ?? 0), Act, cancellationToken)
            : new Refusal("exam.move-not-allowed");

    private async Task<IActionResult> AnswerAsync(Func<Task<Outcome>> work, string confirmation, string field, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await work()).IsRefused(out var refusal))
        {
            Explain(refusal, field);
            return await LoadAsync(cancellationToken) ?? Page();
        }

        Confirm(confirmation);
        return Redirect($"/comites/partenaires-prives/epreuves/{Id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.OpenAsync(new SittingId(Id), Act, cancellationToken), out var file, out var answer))
        {
            return answer;
        }

        (Sitting, Candidate, Incidents) = file;
        var sitting = file.Sitting;
        Verdict = sitting.VerdictJson is { } json ? Verdict.FromCanonicalJson(json) : null;
        IsWhole = SittingHistoryRow.IsWhole(sitting, sitting.History);
        Held = sitting.Status == SittingStatus.Graded
            ? PublicationRule.HoldOf((await rules.FindAsync(RuleKeys.ExamPublication, French.Day(Act.At), cancellationToken)).Value, Incidents.Any(one => one.Status == IncidentStatus.Reported), sitting.Session is not null)
            : null;
        return null;
    }
}

/// <summary>A decision as typed.</summary>
internal sealed class DecisionForm
{
    [Required(ErrorMessage = "Choisissez une décision.")]
    public SittingTrigger? Decision { get; set; }

    [Required(ErrorMessage = "Donnez le motif : le candidat le lit."), StringLength(Incident.TextLimit, ErrorMessage = "Le motif tient en 2 000 signes.")]
    public string? Reason { get; set; }
}

/// <summary>A settlement as typed.</summary>
internal sealed class SettlementForm
{
    [Required(ErrorMessage = "Choisissez un incident.")]
    public Guid? Incident { get; set; }

    [Required(ErrorMessage = "Choisissez une décision.")]
    public IncidentResolution? Resolution { get; set; }

    public int? Minutes { get; set; }

    [Required(ErrorMessage = "Donnez le motif : le candidat le lit."), StringLength(2000, ErrorMessage = "Le motif tient en 2 000 signes.")]
    public string? Reason { get; set; }
}
