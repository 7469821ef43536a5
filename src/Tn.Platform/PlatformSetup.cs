using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Files;
using Tn.Platform.Jobs;
using Tn.Platform.Mail;
using Tn.Platform.Memory;
using Tn.Platform.Seals;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Platform;

/// <summary>The platform's door.</summary>
public static class PlatformSetup
{
    /// <summary>Adds what every module stands on.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddTnDatabase(configuration, folder);
        services.AddModelPart<OutboxTable>();
        services.AddModelPart<MailTable>();
        services.AddTnJobs(configuration);
        services.AddTnSearch();
        services.AddTnFiles();
        services.AddTnSeals(configuration);
        services.AddHttpContextAccessor();
        services.AddScoped<IActProvider, HttpActProvider>();
        services.AddSingleton<Sentences>();
        services.AddSingleton<Texts>();
        services.AddSingleton<IEndpointPart, LanguageChoice>();
        services.AddSentences(typeof(PlatformSetup).Assembly);
        services.AddPermissionPolicies();
        services.AddSiteOptions(configuration);
        services.AddTnMail(configuration);
        services.AddMemoryCache();
        services.AddHostedService<MemoryWorker>();
        return services;
    }

    /// <summary>Adds a module's tables to the model.</summary>
    public static IServiceCollection AddModelPart<TPart>(this IServiceCollection services)
        where TPart : class, IModelPart
        => services.AddSingleton<IModelPart, TPart>();
}
