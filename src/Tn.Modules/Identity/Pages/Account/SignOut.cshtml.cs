using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.People;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Account;

/// <summary>Only a POST ends the session: a link or an image elsewhere signs nobody out.</summary>
internal sealed class SignOutModel(SignInManager<Person> cookies) : TnPageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await cookies.SignOutAsync();
        Confirm("Vous êtes déconnecté.");
        return LocalRedirect("/");
    }
}
