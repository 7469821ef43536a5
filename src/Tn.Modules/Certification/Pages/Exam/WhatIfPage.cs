using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The form and the table of « Et si… », wherever it is asked from. A page that is only read: nothing is kept.</summary>
[ResponseCache(NoStore = true)]
internal abstract class WhatIfPage : TnPageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Items { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Pass { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Block { get; set; }

    public SupposedVerdict Supposed { get; private set; } = null!;

    protected Supposition Supposition => new(Items, ModelState.IsValid ? Pass : null, ModelState.IsValid ? Block : null);

    /// <summary>The page with what was found, or why there is none.</summary>
    protected IActionResult Show(Outcome<SupposedVerdict?> found)
    {
        if (IsAbsent(found, out var supposed, out var answer))
        {
            return answer;
        }

        Supposed = supposed;
        if (supposed.Misread is { } misread)
        {
            Explain(misread, misread.Code == "exam.mark-range" ? nameof(Pass) : nameof(Items));
        }

        return Page();
    }
}
