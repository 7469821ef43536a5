using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents.Redirects;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Redirects;

/// <summary>Addresses that were, and where they lead. For the editor-in-chief.</summary>
[Needs(Permission.EditSite)]
internal sealed class ListModel(RedirectQueries queries, EditRedirects edit) : TnPageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public RedirectPage Redirects { get; private set; } = new([], 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        var outcome = await queries.ListAsync(Q, Number, Size, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Redirects = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if ((await edit.AddAsync(From ?? string.Empty, To ?? string.Empty, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "content.redirect-to-unreadable" ? nameof(To) : nameof(From));
            return await OnGetAsync(cancellationToken);
        }

        Confirm("La redirection est en place.");
        return Redirect("/admin/redirections");
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? address, CancellationToken cancellationToken)
    {
        if ((await edit.RemoveAsync(address ?? string.Empty, Act, cancellationToken)).IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Confirm("La redirection est retirée.");
        return Redirect("/admin/redirections");
    }
}
