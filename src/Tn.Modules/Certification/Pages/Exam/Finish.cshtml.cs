using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Asks once more before the end, with what is left without answer.</summary>
[Needs(Permission.ApplyAsConsultant)]
[ResponseCache(NoStore = true)]
internal sealed class FinishModel(ExamQueries queries, FinishSitting finish) : TnPageModel
{
    [FromRoute(Name = "sitting")]
    public Guid SittingValue { get; set; }

    public Sitting Sitting { get; private set; } = null!;

    public IReadOnlyList<int> Unanswered { get; private set; } = [];

    private string ResultPath => $"/mon-parcours/epreuve/{SittingValue}/resultat";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.OwnAsync(new SittingId(SittingValue), Act.Person, cancellationToken) is not { } sitting)
        {
            return NotFound();
        }

        if (!sitting.IsOpenAt(Act.At))
        {
            return Redirect(sitting.Status == SittingStatus.Paused ? "/mon-parcours/epreuve" : ResultPath);
        }

        Sitting = sitting;
        var answers = await queries.AnswersAsync(sitting.Id, cancellationToken);
        Unanswered = [.. Enumerable.Range(1, sitting.ItemCount).Where(position => !answers.ContainsKey(position))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await queries.OwnAsync(new SittingId(SittingValue), Act.Person, cancellationToken) is null)
        {
            return NotFound();
        }

        // A second click finds it already ended: the result is the answer to both.
        await finish.FinishAsync(new SittingId(SittingValue), Act, cancellationToken);
        return Redirect(ResultPath);
    }
}
