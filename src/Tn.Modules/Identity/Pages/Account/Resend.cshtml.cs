using Microsoft.AspNetCore.Mvc;
using Tn.Identity.SignUps;

namespace Tn.Identity.Pages.Account;

internal sealed class ResendModel(RequestLink links) : AccountPageModel
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await links.RequestAsync(LinkKind.Confirmation, Input.Email, HttpContext.Connection.RemoteIpAddress, Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Again(refusal) : LocalRedirect("/compte/message-envoye");
    }
}
