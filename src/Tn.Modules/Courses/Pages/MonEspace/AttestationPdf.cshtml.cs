using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Tn.Courses.Completion;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.MonEspace;

/// <summary>One's own completion statement as a PDF file.</summary>
[Authorize]
internal sealed class AttestationPdfModel(Statements statements, IOptions<SiteOptions> site) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string code, CancellationToken cancellationToken) =>
        await statements.FindOwnAsync(code, Act.Person, cancellationToken) is { } statement
            ? File(StatementPdf.Draw(statement, site.Value), "application/pdf", $"attestation-{statement.CourseSlug}.pdf")
            : NotFound();
}
