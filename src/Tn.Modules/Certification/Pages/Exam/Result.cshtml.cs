using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The verdict by theme, for the candidate alone; never an item's key.</summary>
[Needs(Permission.ApplyAsConsultant)]
[ResponseCache(NoStore = true)]
internal sealed class ResultModel(ExamQueries queries, FinishSitting finish, IProgrammeRules rules) : TnPageModel
{
    [FromRoute(Name = "sitting")]
    public Guid SittingValue { get; set; }

    public Sitting Sitting { get; private set; } = null!;

    public Verdict Verdict { get; private set; } = null!;

    public DateOnly? RetakeFrom { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (act, id) = (Act, new SittingId(SittingValue));
        var sitting = await queries.OwnAsync(id, act.Person, cancellationToken);
        if (sitting is { Status: SittingStatus.Open } && !sitting.IsOpenAt(act.At))
        {
            // The time is over and the sweep has not come by yet: no reason to let the candidate wait.
            await finish.FinishAsync(id, act, cancellationToken);
            sitting = await queries.OwnAsync(id, act.Person, cancellationToken);
        }

        if (sitting is null)
        {
            return NotFound();
        }

        if (sitting.Status != SittingStatus.Published)
        {
            return Redirect($"/mon-parcours/epreuve/{SittingValue}/1");
        }

        Sitting = sitting;
        Verdict = Verdict.FromCanonicalJson(sitting.VerdictJson!);
        RetakeFrom = Attempts.Of([sitting], await rules.AllAsync(French.Day(act.At), cancellationToken)).RetakeFrom;
        return Page();
    }
}
