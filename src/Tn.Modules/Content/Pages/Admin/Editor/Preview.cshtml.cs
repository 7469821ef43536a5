using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>The typed text as the page will show it, as a fragment: by the page's own renderer, sanitised, within its size and time, and so often a minute.</summary>
[Authorize]
[RequestSizeLimit(1_000_000)]
internal sealed class PreviewModel(DocumentQueries documents, BodyRenderer renderer, PreviewBudget budget, Sentences sentences) : DocumentPageModel(documents)
{
    [FromForm(Name = "source")]
    public string? Source { get; init; }

    public RenderedBody? Body { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Why there is none now, or null.</summary>
    public string? Refused { get; private set; }

    public IActionResult OnGet() => LocalRedirect($"/admin/contenus/{Uri.EscapeDataString(ItemId)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!budget.TryTake(Act.Person))
        {
            Refused = sentences.Of("content.preview-too-often");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var rendered = await renderer.RenderAsync(Latest.ContentType, (Source ?? string.Empty).ReplaceLineEndings("\n"), Latest.Slug, cancellationToken);
        (Body, Findings) = (rendered.Body, rendered.Findings);
        return Page();
    }
}
