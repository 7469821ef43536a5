using Microsoft.AspNetCore.Mvc;
using Tn.Content.Review.Schedule;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Schedule;

/// <summary>Planned publications and archivings, to come or over. Managers read it; the editor-in-chief plans.</summary>
[Needs(Permission.ManageContent)]
internal sealed class ListModel(ScheduleQueries queries, Sentences sentences) : TnPageModel
{
    public const int Size = 30;

    [FromQuery(Name = "etat")]
    public string? State { get; init; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public bool Over => State == "passe";

    public bool MayPlan => Act.Can(Permission.ScheduleContent);

    public PlannedPage Planned { get; private set; } = new([], 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        var outcome = await queries.ListAsync(!Over, Number, Size, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Planned = outcome.Value;
        return Page();
    }

    public string Name(ScheduleState state) => sentences.Of(state);

    public string Name(PlannedKind kind) => sentences.Of(kind);

    public string? Sentence(PlannedAct planned) => sentences.ReasonOf(planned);
}
