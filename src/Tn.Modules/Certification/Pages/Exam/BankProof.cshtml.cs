using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Bank;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Proves that the bank satisfies the blueprint, or says what is missing; keeps items apart; shows what guessing brings.</summary>
[Needs(Permission.ReadItemBank)]
[ResponseCache(NoStore = true)]
internal sealed class BankProofModel(FormSource forms, DecideExclusion decide, IProgrammeRules rules) : TnPageModel
{
    [BindProperty]
    public string? Items { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Blueprint Blueprint { get; private set; } = null!;

    public RuleInForce Rule { get; private set; } = null!;

    public BankProof Proof { get; private set; } = null!;

    public IReadOnlyList<string> Overexposed { get; private set; } = [];

    public string ExposurePercent { get; private set; } = string.Empty;

    public string ExposureSittings { get; private set; } = string.Empty;

    public IReadOnlyList<LazyScore> Lazy { get; private set; } = [];

    public IReadOnlyList<ItemExclusion> Exclusions { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostExcludeAsync(CancellationToken cancellationToken)
    {
        var decided = await decide.KeepApartAsync(Items, Reason, Act, cancellationToken);
        if (decided.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "exam.exclusion-reason" ? nameof(Reason) : nameof(Items));
            return await ShowAsync(cancellationToken);
        }

        Confirm("Une épreuve ne réunira plus ces questions.");
        return Redirect("/comites/pedagogique/banque/preuve");
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid exclusion, CancellationToken cancellationToken)
    {
        var lifted = await decide.LiftAsync(exclusion, Act, cancellationToken);
        if (lifted.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Confirm("Ces questions peuvent de nouveau se trouver dans une même épreuve.");
        return Redirect("/comites/pedagogique/banque/preuve");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(Act.At), cancellationToken);
        var shown = await forms.ShowAsync(inForce, Act, cancellationToken);
        if (shown.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        var material = shown.Value;
        Blueprint = material.Blueprint;
        Rule = inForce[RuleKeys.ExamDifficultyMix];
        ExposurePercent = inForce[RuleKeys.ExamExposurePercent].Value;
        ExposureSittings = inForce[RuleKeys.ExamExposureSittings].Value;
        Overexposed = [.. material.Overexposed.Order(StringComparer.Ordinal)];
        // The permission that opened the bank opens what is kept apart in it.
        Exclusions = (await forms.ExclusionsAsync(Act, cancellationToken)).Value;
        Proof = BankProof.Of(material);
        Lazy = LazyCandidate.Report(material.Bank);
        return Page();
    }
}
