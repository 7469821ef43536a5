using Microsoft.AspNetCore.Mvc;
using Tn.Courses.Completion;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Attestations;

/// <summary>Lets anyone who holds a code check a completion statement. The code is the key: 80 bits, never listed, not indexed.</summary>
internal sealed class CheckModel(Statements statements) : TnPageModel
{
    /// <summary>The code as typed or followed, or null on the bare page.</summary>
    public string? Typed { get; private set; }

    public CompletionStatement? Statement { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "code")] string? followed, [FromQuery(Name = "code")] string? typed, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Typed = string.IsNullOrWhiteSpace(followed) ? typed?.Trim() : followed;
        if (string.IsNullOrEmpty(Typed))
        {
            Typed = null;
            return Page();
        }

        Statement = await statements.FindAsync(Typed, cancellationToken);
        return Page();
    }
}
