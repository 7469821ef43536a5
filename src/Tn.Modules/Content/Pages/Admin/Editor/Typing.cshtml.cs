using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.Save;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>Keeps what is being typed as the person's working copy. Called by the editor's script; answers with the time, or a sentence.</summary>
[Authorize]
[RequestSizeLimit(1_000_000)]
internal sealed class TypingModel(DocumentQueries documents, KeepWorkingCopy copies, Sentences sentences) : DocumentPageModel(documents)
{
    [BindProperty]
    public EditForm Input { get; set; } = new();

    public IActionResult OnGet() => LocalRedirect($"/admin/contenus/{Uri.EscapeDataString(ItemId)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var act = Act;
        var outcome = await copies.KeepAsync(new DraftInput(ItemId, Input.BaseVersionId ?? string.Empty, Input.Values), act, cancellationToken);
        if (!outcome.IsRefused(out var refusal))
        {
            return new JsonResult(new { at = TimeZoneInfo.ConvertTime(act.At, French.Paris).ToString("HH:mm", French.Culture) });
        }

        return refusal.Code.StartsWith("access.", StringComparison.Ordinal)
            ? Denied(refusal)
            : new JsonResult(new { problem = sentences.Of(refusal) }) { StatusCode = StatusCodes.Status400BadRequest };
    }
}
