using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Courses.Completion;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.MonEspace;

/// <summary>One's own completion statement, made to be printed. Another's is not found.</summary>
[Authorize]
internal sealed class AttestationModel(TnDbContext db) : TnPageModel
{
    public CompletionStatement Statement { get; private set; } = null!;

    public string PublicAddress => $"{Request.Scheme}://{Request.Host}/attestations/{StatementCode.Shown(Statement.Code)}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string code, CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var read = StatementCode.Read(code);
        var statement = await db.Set<CompletionStatement>().AsNoTracking()
            .FirstOrDefaultAsync(one => one.Code == read && one.Holder == person, cancellationToken);
        if (statement is null)
        {
            return NotFound();
        }

        Statement = statement;
        return Page();
    }
}
