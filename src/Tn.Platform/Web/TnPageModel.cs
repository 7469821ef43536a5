using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>What every page can ask: who acts, how to say a refusal, how to confirm after a redirect.</summary>
public abstract class TnPageModel : PageModel
{
    /// <summary>Key of the confirmation kept for the next page.</summary>
    public const string ConfirmationKey = "tn:confirmation";

    /// <summary>The act of this request.</summary>
    protected ActContext Act => HttpContext.RequestServices.GetRequiredService<IActProvider>().Current;

    /// <summary>The interface's words in the reader's language.</summary>
    protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Adds a refusal's sentence to the page's errors.</summary>
    /// <param name="field">The field at fault (for example <c>Input.Siret</c>), or empty for the whole form.</param>
    protected void Explain(Refusal refusal, string field = "") =>
        ModelState.AddModelError(field, HttpContext.RequestServices.GetRequiredService<Sentences>().Of(refusal));

    /// <summary>Says on the next page what was done.</summary>
    protected void Confirm(Phrase sentence) => TempData[ConfirmationKey] = T[sentence];

    /// <summary>
    /// The answer to a refused act that has no form to return to:
    /// sign-in for a stranger, 403 for the others.
    /// </summary>
    protected IActionResult Denied(Refusal refusal) => refusal.Code switch
    {
        "access.sign-in" => Challenge(),
        "access.denied" => Forbid(),
        _ => StatusCode(StatusCodes.Status409Conflict),
    };

    /// <summary>True when a page has nothing to show: its read was refused, or found nothing.</summary>
    /// <param name="read">What the use case gave.</param>
    /// <param name="found">What there is to show.</param>
    /// <param name="answer">The answer instead: <see cref="Denied"/>, or 404.</param>
    protected bool IsAbsent<T>(Outcome<T?> read, [NotNullWhen(false)] out T? found, [NotNullWhen(true)] out IActionResult? answer)
        where T : class
    {
        found = read.IsRefused(out var refusal) ? null : read.Value;
        answer = refusal is not null ? Denied(refusal) : found is null ? NotFound() : null;
        return answer is not null;
    }
}
