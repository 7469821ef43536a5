using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Tn.Courses.Completion;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.MonEspace;

/// <summary>One's own completion statement, to print, to download, to give. Another's is not found.</summary>
[Authorize]
internal sealed class AttestationModel(Statements statements, IOptions<SiteOptions> site) : TnPageModel
{
    public CompletionStatement Statement { get; private set; } = null!;

    public string PublicAddress => site.Value.Absolute($"/attestations/{StatementCode.Shown(Statement.Code)}");

    public async Task<IActionResult> OnGetAsync([FromRoute] string code, CancellationToken cancellationToken)
    {
        if (await statements.FindOwnAsync(code, Act.Person, cancellationToken) is not { } statement)
        {
            return NotFound();
        }

        Statement = statement;
        return Page();
    }
}
