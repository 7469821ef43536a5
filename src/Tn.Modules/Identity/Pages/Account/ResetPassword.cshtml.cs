using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.Passwords;

namespace Tn.Identity.Pages.Account;

internal sealed class ResetPasswordModel(ResetPassword reset) : AccountPageModel
{
    [BindProperty(SupportsGet = true, Name = "personne")]
    public Guid PersonId { get; set; }

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    /// <summary>True when only a new link can help.</summary>
    public bool LinkIsDead { get; private set; }

    public void OnGet()
    {
        LinkIsDead = PersonId == Guid.Empty || string.IsNullOrEmpty(Token);
        ModelState.Clear();
        if (LinkIsDead)
        {
            Explain(new Refusal("account.link-invalid"));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await reset.ResetAsync(PersonId, Token ?? string.Empty, Input.Password, HttpContext.Connection.RemoteIpAddress, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            LinkIsDead = refusal.Code == "account.link-invalid";
            return Again(refusal);
        }

        Confirm("Votre mot de passe est changé. Connectez-vous avec le nouveau.");
        return LocalRedirect("/compte/connexion");
    }

    /// <summary>What is typed.</summary>
    internal sealed class PasswordForm
    {
        [Required(ErrorMessage = Words.PasswordMissing)]
        [StringLength(Words.Password, ErrorMessage = Words.TooLong)]
        public string Password { get; set; } = string.Empty;
    }
}
