using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.CaseStudies;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.CaseStudies;

/// <summary>The candidate's case study: the drawn case, the draft, the hand-in, the marks.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MineModel(WorkOnCase workOn, CaseStudyQueries queries, IConsultantPath path, IProgrammeRules rules) : TnPageModel
{
    public CaseStudyForm Input { get; private set; } = new();

    public CaseStudy? Work { get; private set; }

    public bool MayReceive { get; private set; }

    public int Days { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Input.Answer = Work?.Answer;
    }

    public async Task<IActionResult> OnPostReceiveAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await workOn.ReceiveAsync(RandomNumberGenerator.GetInt32(int.MaxValue), Act, cancellationToken), Texts.Key("Voici votre cas. Le délai court à partir d’aujourd’hui."), cancellationToken);

    public async Task<IActionResult> OnPostDraftAsync([Bind(Prefix = "Input")] CaseStudyForm input, CancellationToken cancellationToken)
    {
        Input = input;
        return await AnswerAsync(await workOn.KeepDraftAsync(input.ToText(), Act, cancellationToken), Texts.Key("Votre brouillon est enregistré."), cancellationToken);
    }

    public async Task<IActionResult> OnPostHandInAsync([Bind(Prefix = "Input")] CaseStudyForm input, CancellationToken cancellationToken)
    {
        Input = input;
        return await AnswerAsync(await workOn.HandInAsync(input.ToText(), Act, cancellationToken), Texts.Key("Votre étude de cas est remise."), cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string confirmation, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, FieldOf(refusal));
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm(confirmation);
        return Redirect("/mon-parcours/etude-de-cas");
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "case-study.answer-short" or "case-study.answer-long" => "Input.Answer",
        _ when refusal.Code.StartsWith("paper.", StringComparison.Ordinal) || refusal.Code.StartsWith("files.", StringComparison.Ordinal) => "Input.Paper",
        _ => string.Empty,
    };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        var atThisStage = await path.FindAsync(act.Person, cancellationToken) is { State: PathState.CaseStudy };
        var latest = await queries.LatestOfAsync(act.Person, cancellationToken);
        // After a census reopened, an earlier work is over: a new one begins.
        Work = atThisStage && latest is { State: CaseStudyState.Marked } ? null : latest;
        MayReceive = atThisStage && Work is null or { State: CaseStudyState.Expired };
        Days = (await rules.FindAsync(RuleKeys.CaseStudyDays, French.Day(act.At), cancellationToken)).Number;
    }
}

/// <summary>A work as typed.</summary>
internal sealed class CaseStudyForm
{
    public string? Answer { get; set; }

    public IFormFile? Paper { get; set; }

    public CaseStudyText ToText() => new((Answer ?? string.Empty).Trim(), Paper);
}

/// <summary>How a case study's state is coloured, always with its word.</summary>
internal static class CaseStudyKinds
{
    public static string Of(CaseStudyState state) => state switch
    {
        CaseStudyState.Marked => "success",
        CaseStudyState.Assigned or CaseStudyState.Expired => "warning",
        _ => "info",
    };
}
