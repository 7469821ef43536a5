using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The exam's door: the rules in a sentence, the start, earlier attempts.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class IndexModel(StartSitting start, ExamQueries queries, SessionGate gate, IConsultantPath path, IProgrammeRules rules, Sentences sentences) : TnPageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>Given in the room, when a session is held today.</summary>
    [BindProperty]
    public string? AccessCode { get; set; }

    /// <summary>The session where the candidate is expected, or null.</summary>
    public ExamSession? Session { get; private set; }

    public string RuleSentence { get; private set; } = string.Empty;

    public Sitting? Open { get; private set; }

    public IReadOnlyList<Sitting> Past { get; private set; } = [];

    public bool CanStart { get; private set; }

    public string? WhyNot { get; private set; }

    /// <summary>This candidate's, the extra time granted included.</summary>
    public int Minutes { get; private set; }

    public int ExtraTimePercent { get; private set; }

    public int AttemptsLeft { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Confirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), T["Cochez cette case pour commencer : le temps comptera aussitôt."]);
        }
        else
        {
            var started = await start.StartAsync(AccessCode, Act, cancellationToken);
            if (started.IsDone)
            {
                return Redirect($"/mon-parcours/epreuve/{started.Value}/1");
            }

            Explain(started.Refusal!, started.Refusal!.Code == "exam.access-code" ? nameof(AccessCode) : string.Empty);
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        var sittings = await queries.OfAsync(act.Person, cancellationToken);
        var attempts = Attempts.Of(sittings, inForce);
        var minutes = inForce[RuleKeys.ExamMinutes].Number;
        ExtraTimePercent = await queries.ExtraTimePercentAsync(act.Person, cancellationToken);
        Minutes = minutes * (100 + ExtraTimePercent) / 100;
        var (items, pass, block) = (inForce[RuleKeys.ExamItems].Value, inForce[RuleKeys.ExamPassPercent], inForce[RuleKeys.ExamBlockPassPercent].Value);
        RuleSentence = T[$"{items} questions sur les {Axes.All.Count} thèmes, {T.Minutes(minutes)}, {pass.Value} % de réussite en tout et {block} % dans chaque thème ({pass.Article})."];
        AttemptsLeft = attempts.LeftAt(act.At);
        Open = sittings.FirstOrDefault(sitting => sitting.IsUnderWay);
        Past = [.. sittings.Where(sitting => !sitting.IsUnderWay)];
        var allowed = Past.Any(sitting => sitting.Status is SittingStatus.Closed or SittingStatus.Graded)
            ? new Refusal("exam.result-awaited")
            : Allowed((await path.FindAsync(act.Person, cancellationToken))?.State, attempts, act.At);
        var expected = await gate.ExpectedAsync(act.Person, French.Day(act.At), cancellationToken);
        Session = expected?.Session;
        allowed = allowed.IsDone && expected is not null ? expected.Allow(French.Day(act.At)) : allowed;
        CanStart = Open is null && allowed.IsDone;
        WhyNot = allowed.Refusal is { } refusal ? sentences.Of(refusal) : null;
    }

    private static Outcome Allowed(PathState? state, Attempts attempts, DateTimeOffset now) => state is PathState.ExamOpen or PathState.ExamRetake
        ? attempts.Allow(now)
        : new Refusal("certification.exam-not-open");
}
