using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Admin;

/// <summary>The keys that sign, and the one act on them.</summary>
[Needs(Permission.ManageIssuerKeys)]
internal sealed class KeysModel(RotateKeys rotate) : TnPageModel
{
    public IReadOnlyList<IssuerKey> Keys { get; private set; } = [];

    [BindProperty]
    public bool Sure { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var keys = await rotate.ListAsync(Act, cancellationToken);
        if (keys.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        Keys = keys.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Sure)
        {
            return await AgainAsync(new Refusal("credentials.rotation-not-sure"), cancellationToken);
        }

        var rotated = await rotate.RotateAsync(Act, cancellationToken);
        if (rotated.IsRefused(out var refusal))
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        Confirm($"Nouvelles clés en service : {string.Join(", ", rotated.Value)}.");
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        Explain(refusal, nameof(Sure));
        return await OnGetAsync(cancellationToken);
    }
}
