using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Courses.Lessons;
using Tn.Platform.Web;

namespace Tn.Courses.Pages.Formations;

/// <summary>Where lesson.js tells at which heading the learner stands. Answers with nothing.</summary>
[Authorize]
internal sealed class PositionModel(KeepPosition keep) : TnPageModel
{
    /// <summary>Whoever opens this address by hand is sent to the lesson.</summary>
    public IActionResult OnGet([FromRoute] string course, [FromRoute] string lesson) =>
        LocalRedirect($"/formations/{Uri.EscapeDataString(course)}/{Uri.EscapeDataString(lesson)}");

    public async Task<IActionResult> OnPostAsync([FromRoute] string course, [FromRoute] string lesson, [FromForm] string? anchor, CancellationToken cancellationToken) =>
        (await keep.KeepAsync(course, lesson, anchor, Act, cancellationToken)).IsRefused(out var refusal) ? Denied(refusal) : StatusCode(StatusCodes.Status204NoContent);
}
