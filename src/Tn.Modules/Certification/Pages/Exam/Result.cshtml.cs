using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The verdict by theme once published, for the candidate alone; never an item's key. Before, and when it counts for nothing, where the sitting stands.</summary>
[Needs(Permission.ApplyAsConsultant)]
[ResponseCache(NoStore = true)]
internal sealed class ResultModel(ExamQueries queries, SittingDesk desk, FinishSitting finish, IProgrammeRules rules, Sentences sentences) : TnPageModel
{
    [FromRoute(Name = "sitting")]
    public Guid SittingValue { get; set; }

    public Sitting Sitting { get; private set; } = null!;

    /// <summary>Null until published.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>Why the result was reckoned anew, newest last.</summary>
    public IReadOnlyList<SittingVerdict> Rescored { get; private set; } = [];

    public string Standing { get; private set; } = string.Empty;

    /// <summary>The reason of the last decision, when the sitting counts for nothing or was set aside.</summary>
    public string? Reason { get; private set; }

    public DateOnly? RetakeFrom { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (act, id) = (Act, new SittingId(SittingValue));
        var sitting = await queries.OwnAsync(id, act.Person, cancellationToken);
        if (sitting is { Status: SittingStatus.Open } && !sitting.IsOpenAt(act.At))
        {
            // The time is over and the sweep has not come by yet: no reason to let the candidate wait.
            await finish.FinishAsync(id, act, cancellationToken);
        }

        if (sitting is null || await desk.FindAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        if (now.IsUnderWay)
        {
            return Redirect(now.Status == SittingStatus.Paused ? "/mon-parcours/epreuve" : $"/mon-parcours/epreuve/{SittingValue}/1");
        }

        await ShowAsync(now, act, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(Sitting sitting, ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        Sitting = sitting;
        RetakeFrom = Attempts.Of([sitting], inForce).RetakeFrom;
        Standing = StandingOf(sitting, inForce);
        Reason = sitting.Status is SittingStatus.Cancelled or SittingStatus.Rejected ? sitting.History.MaxBy(row => row.Ordinal)?.Reason : null;
        if (sitting.Status == SittingStatus.Published)
        {
            Verdict = Verdict.FromCanonicalJson(sitting.VerdictJson!);
            Rescored = [.. sitting.Verdicts.Where(verdict => verdict.Number > 1).OrderBy(verdict => verdict.Number)];
        }
    }

    private string StandingOf(Sitting sitting, IReadOnlyDictionary<string, RuleInForce> inForce)
    {
        var duty = SittingMachine.Duties[sitting.Status];
        var since = sitting.History.MaxBy(row => row.Ordinal)?.At ?? sitting.StartedAt;
        var due = duty.Age is { } age ? French.Date(age.DueOn(French.Day(since), inForce[age.RuleKey].Number)) : string.Empty;
        return sentences.Of($"sitting.sentence.{sitting.Status.ToString().ToLowerInvariant()}", new Dictionary<string, string> { ["article"] = duty.Article, ["due"] = due });
    }
}
