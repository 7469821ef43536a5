using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tn.Identity.Demonstration;
using Tn.Identity.Offered;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Platform.Web;

namespace Tn.Identity;

/// <summary>The module's door: the only public type.</summary>
public static class IdentityModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddModelPart<IdentityTables>();
        services.AddSentences(typeof(IdentityModule).Assembly);
        services.AddAccounts();
        services.AddSessionCookie();
        services.AddScoped<IPeople, PeopleOffered>();
        services.AddScoped<IDemonstration, DemonstrationAccounts>();
        return services;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        // Before Identity's own, which would be scoped: the queue at the hasher's door is one for the process.
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = string.Empty;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TnDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider);
        services.AddSingleton<HashingQueue>();
        services.AddOptions<AttemptOptions>()
            .BindConfiguration("Account")
            .Validate(limits => limits is { PerAddress: > 0, PerAccount: > 0 }, "Account:PerAddress and Account:PerAccount must be at least 1.")
            .ValidateOnStart();
        services.AddSingleton<AttemptLimits>();
        services.AddScoped<OpenSession>();
    }
}
