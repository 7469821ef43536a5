using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.People;
using Tn.Identity.Sessions;

namespace Tn.Identity.Pages.Account;

internal sealed class SignInModel(OpenSession sessions, SignInManager<Person> cookies) : AccountPageModel
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    /// <summary>Where the person wanted to go; only an address of this site is followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True after a right password for an address that is not confirmed.</summary>
    public bool CanResend { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await sessions.CheckAsync(Input.Email, Input.Password, HttpContext.Connection.RemoteIpAddress, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            CanResend = refusal.Code == "account.not-confirmed";
            return Again(refusal);
        }

        await cookies.SignInAsync(outcome.Value, Input.Remember);
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/mon-espace");

    /// <summary>What is typed.</summary>
    internal sealed class SignInForm
    {
        [Required(ErrorMessage = Words.EmailMissing)]
        [StringLength(Words.Email, ErrorMessage = Words.TooLong)]
        public string Email { get; set; } = string.Empty;

        [Required(ErrorMessage = Words.CurrentMissing)]
        [StringLength(Words.Password, ErrorMessage = Words.TooLong)]
        public string Password { get; set; } = string.Empty;

        public bool Remember { get; set; }
    }
}
