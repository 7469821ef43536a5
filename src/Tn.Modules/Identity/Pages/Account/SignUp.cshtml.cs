using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Identity.SignUps;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Account;

internal sealed class SignUpModel(SignUp signUp, Sentences sentences) : AccountPageModel
{
    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds =>
    [
        new(sentences.Of("account.kind.advisor"), nameof(AccountKind.Advisor)),
        new(sentences.Of("account.kind.consultant"), nameof(AccountKind.Consultant)),
    ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new SignUpRequest(Input.Kind!.Value, Input.GivenName, Input.FamilyName, Input.Email, Input.Password);
        var outcome = await signUp.SignUpAsync(request, HttpContext.Connection.RemoteIpAddress, Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Again(refusal) : LocalRedirect("/compte/message-envoye");
    }

    /// <summary>What is typed.</summary>
    internal sealed class SignUpForm
    {
        [Required(ErrorMessage = "Choisissez ce que vous êtes.")]
        [EnumDataType(typeof(AccountKind), ErrorMessage = "Choisissez ce que vous êtes.")]
        public AccountKind? Kind { get; set; }

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
