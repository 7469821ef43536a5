using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Credentials.Check;
using Tn.Certification.Credentials.Handover;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Status;
using Tn.Platform;
using Tn.Platform.CommandLine;
using Tn.Platform.Startup;

namespace Tn.Certification.Credentials;

/// <summary>The feature's services.</summary>
internal static class CredentialsServices
{
    public static IServiceCollection AddCredentials(this IServiceCollection services)
    {
        services.AddModelPart<CredentialTables>();
        services.AddDataProtection();
        services.AddSingleton<IssuerAddress>();
        services.AddScoped<KeyRing>();
        services.AddScoped<RotateKeys>();
        services.AddScoped<CredentialOffice>();
        services.AddScoped<CredentialQueries>();
        services.AddSingleton<StatusListCache>();
        services.AddScoped<StatusLists>();
        services.AddScoped<HandoverFile>();
        services.AddScoped<SignatureCheck>();
        services.AddScoped<CheckDocument>();
        services.AddScoped<IPreparation, CredentialsPreparation>();
        services.AddSingleton<IVerb, RotateKeysVerb>();
        return services;
    }
}
