using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Sittings by state, and the publication of those that wait for the committee.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class SittingsModel(SittingDesk desk, DecideOnSitting decide, IProgrammeRules rules) : TnPageModel
{
    public static readonly IReadOnlyList<SittingStatus> Shown =
        [SittingStatus.Graded, SittingStatus.Open, SittingStatus.Paused, SittingStatus.Published, SittingStatus.Cancelled, SittingStatus.Rejected];

    [BindProperty]
    public string? Reason { get; set; }

    public SittingStatus Status { get; private set; } = SittingStatus.Graded;

    public int Number { get; private set; } = 1;

    public SittingPage Sittings { get; private set; } = new([], new Dictionary<SittingStatus, int>());

    public RuleInForce Rule { get; private set; } = null!;

    private int workingDays;

    public DateOnly DueOn(DateTimeOffset closed) => WorkingDays.After(French.Day(closed), workingDays);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "etat")] string? state, [FromQuery(Name = "p")] string? page, CancellationToken cancellationToken) =>
        await LoadAsync(state, page, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        if (await LoadAsync(null, page, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var published = 0;
        foreach (var line in Sittings.Lines.Where(line => line.OpenIncidents == 0))
        {
            var done = await decide.DecideAsync(line.Id, SittingTrigger.Publish, Reason, Act, cancellationToken);
            if (done.Refusal is { Code: "exam.reason-missing" } refusal)
            {
                Explain(refusal, nameof(Reason));
                return Page();
            }

            // What somebody else has just published or put on hold is left as it is.
            published += done.IsDone ? 1 : 0;
        }

        Confirm($"{T.Count(published, "résultat publié", "résultats publiés")}.");
        return Redirect("/comites/partenaires-prives/epreuves");
    }

    private async Task<IActionResult?> LoadAsync(string? state, string? page, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(Act.At), cancellationToken);
        Rule = inForce[RuleKeys.ExamPublication];
        workingDays = inForce[RuleKeys.ExamPublicationWorkingDays].Number;
        Status = Enum.TryParse<SittingStatus>(state, out var known) && Shown.Contains(known) ? known : SittingStatus.Graded;
        Number = int.TryParse(page, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1;
        var found = await desk.ListAsync(Status, Number, Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        Sittings = found.Value;
        return null;
    }
}
