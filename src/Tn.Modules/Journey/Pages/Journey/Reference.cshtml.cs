using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Journey.Census.References;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>
/// A client answers about a mission by the link of her mail. Reading it changes nothing: mail programs open links too.
/// </summary>
[EnableRateLimiting(ReferenceBudget.PerAddress)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReferenceModel(AnswerReference answer) : TnPageModel
{
    private const int LongestToken = 100;

    public IReadOnlyList<SelectListItem> Answers =>
    [
        new(T["Je confirme : c’est exact"], "confirm"),
        new(T["Je corrige : la mission a eu lieu, mais pas tout à fait ainsi"], "correct"),
        new(T["Je démens : cette mission n’a pas eu lieu"], "deny"),
    ];

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public ReferenceSheet Sheet { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    /// <summary>True right after the answer was kept.</summary>
    public bool IsThanked { get; private set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || await answer.FindAsync(token, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if ((await answer.AnswerAsync(token, Input, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code switch
            {
                "references.answer" => "Input.Answer",
                "references.name" => "Input.Name",
                "references.comment" => "Input.Comment",
                _ => string.Empty,
            });
            return await ShowAsync(token, cancellationToken);
        }

        (Sheet, IsThanked) = (sheet, true);
        KeepSecret();
        return Page();
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || await answer.FindAsync(token, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        KeepSecret();
        Sheet = sheet;
        IsOpen = sheet.Request.IsOpen(French.Day(Act.At));
        Response.StatusCode = IsOpen ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    // The address is a secret: it goes neither to the next site nor to search engines.
    private void KeepSecret()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
