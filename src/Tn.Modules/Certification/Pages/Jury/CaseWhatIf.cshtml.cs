using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam.Publication;
using Tn.Certification.Jury;
using Tn.Certification.Pages.Exam;

namespace Tn.Certification.Pages.Jury;

/// <summary>« Et si… » on the sitting of a case, for the members of the jury who may judge it.</summary>
[Authorize]
internal sealed class CaseWhatIfModel(SupposeVerdict suppose) : WhatIfPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Show(await suppose.OfCaseAsync(new JuryCaseId(Id), Supposition, Act, cancellationToken));
}
