using Microsoft.AspNetCore.Mvc;
using Tn.Content.Review.Schedule;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Schedule;

/// <summary>A planned act: where it stands, why, what happened, and the way to call it off.</summary>
[Needs(Permission.ManageContent)]
internal sealed class PlannedModel(ScheduleQueries queries, CancelPlannedAct cancel, Sentences sentences) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public string? Why { get; set; }

    public PlannedAct Planned { get; private set; } = null!;

    public string Kind => sentences.Of(Planned.Kind);

    public string State => sentences.Of(Planned.State);

    public string? Reason => sentences.ReasonOf(Planned);

    public bool MayCancel => Planned.IsOpen && Act.Can(Permission.ScheduleContent);

    public IReadOnlyList<ThreadStep> Steps =>
        [.. Planned.History.OrderBy(step => step.Number).Select(step => new ThreadStep(
            sentences.Of(step.Trigger),
            step.Number == Planned.History.Count ? ThreadKnot.Here : ThreadKnot.Done,
            $"{sentences.Find(step.Said) ?? step.Said} ({step.ActorName})",
            null,
            T.Moment(step.At)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.FindAsync(new PlannedActId(Id), Act, cancellationToken), out var planned, out var answer))
        {
            return answer;
        }

        Planned = planned;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!act.Can(Permission.ScheduleContent))
        {
            return Forbid();
        }

        if (IsAbsent(await queries.FindAsync(new PlannedActId(Id), act, cancellationToken), out _, out var answer))
        {
            return answer;
        }

        if ((await cancel.CancelAsync(new PlannedActId(Id), Why?.Trim() ?? string.Empty, act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return await OnGetAsync(cancellationToken);
        }

        Confirm("La programmation est annulée.");
        return Redirect("/admin/programmation");
    }
}
