using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>
/// The reader's language: French unless she chose English, by a link that sets a cookie. The browser's own preference is not asked:
/// an address shows everybody the same page, and public pages are kept once per language.
/// </summary>
public sealed class LanguageChoice : RequestCultureProvider, IEndpointPart
{
    private static readonly ProviderCultureResult InEnglish = new(French.Culture.Name, Languages.English.Name);

    /// <summary>Numbers and dates typed in forms stay French in both languages; only words change.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(French.Culture);
        options.SupportedCultures = [French.Culture];
        options.SupportedUICultures = [.. Languages.All];
        options.RequestCultureProviders = [new LanguageChoice()];
    }

    /// <inheritdoc/>
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Cookies[Languages.Cookie] == "en" ? InEnglish : null);

    /// <summary><c>/langue/en?retour=/formations</c>: keeps the choice for a year and goes back where one was.</summary>
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/langue/{code:regex(^(fr|en)$)}", (string code, string? retour, HttpContext http) =>
        {
            http.Response.Cookies.Append(Languages.Cookie, code, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
            http.Response.Headers.CacheControl = "no-store";
            return Results.LocalRedirect(IsLocal(retour) ? retour! : "/");
        });

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || (url[1] != '/' && url[1] != '\\')) && !url.Any(char.IsControl);
}
