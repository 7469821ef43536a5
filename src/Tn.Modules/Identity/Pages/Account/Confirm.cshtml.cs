using Microsoft.AspNetCore.Mvc;
using Tn.Identity.SignUps;

namespace Tn.Identity.Pages.Account;

/// <summary>A GET only shows a button: programs that open links in mails confirm nothing.</summary>
internal sealed class ConfirmModel(ConfirmAddress confirm) : AccountPageModel
{
    [BindProperty(SupportsGet = true, Name = "personne")]
    public Guid PersonId { get; set; }

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public void OnGet()
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Token))
        {
            ModelState.Clear();
            Explain(new Refusal("account.link-invalid"));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await confirm.ConfirmAsync(PersonId, Token ?? string.Empty, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            ModelState.Clear();
            return Again(refusal);
        }

        Confirm("Votre adresse est confirmée. Vous pouvez vous connecter.");
        return LocalRedirect("/compte/connexion");
    }
}
