using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Tn.Identity.Sessions;

/// <summary>The session cookie: long and sliding for who asks to be remembered, so that a webinar's evening is not a thousand passwords.</summary>
internal static class SessionCookie
{
    /// <summary>Adds cookie sign-in as the default scheme.</summary>
    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "tn-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(60);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/compte/connexion";
            cookie.LogoutPath = "/compte/deconnexion";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = CheckStampWhenDueAsync,
                // Not a redirect: the address stays, and the page says why it is closed.
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                },
                OnRedirectToLogin = context =>
                {
                    if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                    {
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    }
                    else
                    {
                        context.Response.Redirect(context.RedirectUri);
                    }

                    return Task.CompletedTask;
                },
            };
        });
        services.Configure<SecurityStampValidatorOptions>(check => check.ValidationInterval = TimeSpan.FromMinutes(10));
        return services;
    }

    // The validator looks at the clock too, but is built first, with the whole of Identity's sign-in behind it: at every request of everybody.
    private static Task CheckStampWhenDueAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        var age = (check.TimeProvider ?? TimeProvider.System).GetUtcNow() - context.Properties.IssuedUtc;
        return age <= check.ValidationInterval ? Task.CompletedTask : SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
