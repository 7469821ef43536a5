using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Supposes items set aside or other marks, for the desk before the jury decides. A page that is only read: nothing is kept.</summary>
[Needs(Permission.InstructDossiers)]
[ResponseCache(NoStore = true)]
internal sealed class SittingWhatIfModel(SittingDesk desk, ExamOffice office) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Items { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Pass { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Block { get; set; }

    public int ItemCount { get; private set; }

    public Verdict? Real { get; private set; }

    public Verdict? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(new SittingId(Id), cancellationToken) is not { } sitting)
        {
            return NotFound();
        }

        ItemCount = sitting.ItemCount;
        if (sitting.VerdictJson is null)
        {
            return Page();
        }

        Real = Other = Verdict.FromCanonicalJson(sitting.VerdictJson);
        var supposed = WhatIf.Read(Items, Pass, Block, sitting.ItemCount);
        if (supposed.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "exam.mark-range" ? nameof(Pass) : nameof(Items));
        }
        else if (ModelState.IsValid)
        {
            Other = supposed.Value.Of(sitting, await office.AnswersAsync(sitting.Id, cancellationToken), await office.NeutralisedAsync(sitting.Id, cancellationToken));
        }

        return Page();
    }
}
