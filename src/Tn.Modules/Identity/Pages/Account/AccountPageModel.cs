using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Account;

/// <summary>What account pages share: a refusal beside its field, with the status that fits.</summary>
internal abstract class AccountPageModel : TnPageModel
{
    /// <summary>The same page, with the reason; 429 when there were too many attempts.</summary>
    protected PageResult Again(Refusal refusal)
    {
        Response.StatusCode = refusal.Code is "account.too-many-attempts" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        Explain(refusal, FieldOf(refusal.Code));
        return Page();
    }

    private static string FieldOf(string code) => code switch
    {
        "account.password-wrong" => "Input.Current",
        "account.email-invalid" or "account.email-taken" => "Input.Email",
        _ when code.StartsWith("account.password-", StringComparison.Ordinal) => "Input.Password",
        _ => string.Empty,
    };
}
