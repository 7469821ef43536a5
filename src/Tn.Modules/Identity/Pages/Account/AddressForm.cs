using System.ComponentModel.DataAnnotations;

namespace Tn.Identity.Pages.Account;

/// <summary>An address, typed to receive a link.</summary>
internal sealed class AddressForm
{
    [Required(ErrorMessage = Words.EmailMissing)]
    [EmailAddress(ErrorMessage = Words.EmailWrong)]
    [StringLength(Words.Email, ErrorMessage = Words.TooLong)]
    public string Email { get; set; } = string.Empty;
}
