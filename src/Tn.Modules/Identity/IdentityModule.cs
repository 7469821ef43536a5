using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tn.Identity.Administration;
using Tn.Identity.Demonstration;
using Tn.Identity.Offered;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Identity.PersonalSpace;
using Tn.Identity.Sessions;
using Tn.Identity.SignUps;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Platform.Startup;
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
        services.AddScoped<IAccountStates, AccountStates>();
        services.AddScoped<IPersonalData, IdentityData>();
        services.AddScoped<IPreparation, InviteFirstAdministrator>();
        services.AddScoped<IDemonstration, DemonstrationAccounts>();
        services.AddActs();
        return services;
    }

    private static void AddActs(this IServiceCollection services)
    {
        services.AddScoped<AccountLetters>();
        services.AddScoped<SignUp>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<RequestLink>();
        services.AddScoped<OpenSession>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<Administrators>();
        services.AddScoped<GiveRole>();
        services.AddScoped<RemoveRole>();
        services.AddScoped<LockAccount>();
        services.AddScoped<UnlockAccount>();
        services.AddScoped<CreateFirstAdministrator>();
        services.AddScoped<PeopleQueries>();
        services.AddScoped<PersonalDataFile>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        // Before Identity's own, which would be scoped: the queue at the hasher's door is one for the process.
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = string.Empty;
                identity.Tokens.PasswordResetTokenProvider = ResetTokens.Provider;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TnDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<ResetTokens>(ResetTokens.Provider);
        services.AddSingleton<HashingQueue>();
        services.AddOptions<AttemptOptions>()
            .BindConfiguration("Account")
            .Validate(limits => limits is { PerAddress: > 0, PerAccount: > 0 }, "Account:PerAddress and Account:PerAccount must be at least 1.")
            .ValidateOnStart();
        services.AddSingleton<AttemptLimits>();
    }
}
