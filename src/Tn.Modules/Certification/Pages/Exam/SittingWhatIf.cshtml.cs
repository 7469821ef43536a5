using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>« Et si… » on a sitting, for the exam desk.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class SittingWhatIfModel(SupposeVerdict suppose) : WhatIfPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Show(await suppose.OfSittingAsync(new SittingId(Id), Supposition, Act, cancellationToken));
}
