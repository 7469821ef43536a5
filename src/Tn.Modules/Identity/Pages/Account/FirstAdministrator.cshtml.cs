using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.Administration;

namespace Tn.Identity.Pages.Account;

internal sealed class FirstAdministratorModel(CreateFirstAdministrator create) : AccountPageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public AdministratorForm Input { get; set; } = new();

    /// <summary>True while the address works.</summary>
    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        IsOpen = await create.IsOpenAsync(Token, Act, cancellationToken);
        if (!IsOpen)
        {
            Explain(new Refusal("account.invitation-invalid"));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsOpen = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await create.CreateAsync(Token, Input.GivenName, Input.FamilyName, Input.Email, Input.Password, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            IsOpen = refusal.Code != "account.invitation-invalid";
            return Again(refusal);
        }

        Confirm("Le compte d’administration est créé. Connectez-vous.");
        return LocalRedirect("/compte/connexion?returnUrl=/admin");
    }

    /// <summary>What is typed.</summary>
    internal sealed class AdministratorForm
    {
        [Required(ErrorMessage = Words.GivenNameMissing)]
        [StringLength(Words.Name, ErrorMessage = Words.TooLong)]
        public string GivenName { get; set; } = string.Empty;

        [Required(ErrorMessage = Words.FamilyNameMissing)]
        [StringLength(Words.Name, ErrorMessage = Words.TooLong)]
        public string FamilyName { get; set; } = string.Empty;

        [Required(ErrorMessage = Words.EmailMissing)]
        [EmailAddress(ErrorMessage = Words.EmailWrong)]
        [StringLength(Words.Email, ErrorMessage = Words.TooLong)]
        public string Email { get; set; } = string.Empty;

        [Required(ErrorMessage = Words.PasswordMissing)]
        [StringLength(Words.Password, ErrorMessage = Words.TooLong)]
        public string Password { get; set; } = string.Empty;
    }
}
