using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.Passwords;
using Tn.Identity.People;

namespace Tn.Identity.Pages.Account;

[Authorize]
internal sealed class SecurityModel(ChangePassword change, SignInManager<Person> cookies) : AccountPageModel
{
    [BindProperty]
    public ChangeForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await change.ChangeAsync(Input.Current, Input.Password, HttpContext.Connection.RemoteIpAddress, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Again(refusal);
        }

        await cookies.RefreshSignInAsync(outcome.Value);
        Confirm("Votre mot de passe est changé.");
        return LocalRedirect("/compte/securite");
    }

    /// <summary>What is typed.</summary>
    internal sealed class ChangeForm
    {
        [Required(ErrorMessage = Words.CurrentMissing)]
        [StringLength(Words.Password, ErrorMessage = Words.TooLong)]
        public string Current { get; set; } = string.Empty;

        [Required(ErrorMessage = Words.PasswordMissing)]
        [StringLength(Words.Password, ErrorMessage = Words.TooLong)]
        public string Password { get; set; } = string.Empty;
    }
}
