using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tn.Platform.Startup;

namespace Tn.Platform.Seals;

/// <summary>Adds the seal.</summary>
internal static class SealSetup
{
    public static IServiceCollection AddTnSeals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection();
        services.AddSingleton<IValidateOptions<SealOptions>, SealOptionsCheck>();
        services.AddOptions<SealOptions>().Bind(configuration.GetSection("Seals")).ValidateOnStart();
        services.AddSingleton<SealKey>();
        services.AddSingleton<TimeStamps>();
        services.AddSingleton<CmsSeal>();
        services.AddSingleton<PdfSeal>();
        services.AddSingleton<PdfSealCheck>();
        services.AddScoped<IPreparation, SealPreparation>();
        return services;
    }
}

/// <summary>Makes or opens the seal at start, so that what is wrong with it is said then and not at the first signature.</summary>
internal sealed class SealPreparation(SealKey key) : IPreparation
{
    public int Order => 5;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        _ = key.Fingerprint;
        return Task.CompletedTask;
    }
}
